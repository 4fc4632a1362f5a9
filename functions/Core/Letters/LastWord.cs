using NodaTime;

namespace FollowUp.Letters;

/// <summary>Interim word that somebody gave.</summary>
public sealed record LastWord(string By, LocalDate On, string Text);

/// <summary>A report that the issuer did not accept.</summary>
/// <param name="Said">The reason.</param>
public sealed record LastReturn(LocalDate ReportedOn, LocalDate On, string Said);
