namespace FollowUp.Letters;

/// <summary>A link in a letter behind which its reader does one thing, without an account.</summary>
/// <param name="Action">
/// sign, progress, complete, extend, hand-back, confirm, return, grant, refuse or reply. Templates have the words for each.
/// </param>
/// <param name="Url">Carries the signed token in its fragment: whoever has it acts as the reader, so it is never logged.</param>
public sealed record AnswerLink(string Action, string Url);
