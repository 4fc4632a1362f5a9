namespace FollowUp.Agreements;

/// <summary>A side of the agreement, with the working calendar and the time zone it lives by.</summary>
public sealed record Party(string Code, Wording Name, string Calendar, string TimeZone);
