namespace FollowUp.Parsing.CalendarFiles;

/// <summary>Why a calendar file, or one event of it, is not taken. It becomes a fault with the place in the file.</summary>
internal sealed class CalendarFileException(string why) : Exception(why);
