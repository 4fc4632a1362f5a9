using NodaTime;

namespace FollowUp.Items;

/// <summary>One move of the due date. The original date never changes (law 10).</summary>
public sealed record DueChange(string By, Instant At, LocalDate From, LocalDate To, DueChangeCause Cause, string Reason);
