namespace FollowUp.Parsing.CalendarFiles;

/// <summary>One line of a file after unfolding, and the number of the line in the file where it begins.</summary>
internal readonly record struct UnfoldedLine(int Number, string Text);
