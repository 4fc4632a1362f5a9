using NodaTime;

namespace FollowUp.Letters;

/// <summary>Interim word that somebody gave.</summary>
public sealed record LastWord(string By, LocalDate On, string Text);
