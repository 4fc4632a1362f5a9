using FollowUp.Agreements;
using FollowUp.Items;
using FollowUp.Operations;
using NodaTime;

namespace FollowUp.Http.Responses;

/// <summary>An item as its people see it from a letter.</summary>
/// <param name="Slip">See <see cref="ItemResponse.Slip"/>.</param>
/// <param name="Report">What awaits the issuer, or was confirmed.</param>
/// <param name="Extension">The request that awaits the issuer.</param>
/// <param name="Files">What was handed in to show what was done.</param>
/// <param name="Returned">What the issuer said of the last report, where that came back and none has followed.</param>
public sealed record AnsweredItem(
    string Id, Wording? Clause, LocalDate DueOn, LocalDate? OriginalDueOn, string State, string? Slip, int DaysLate, PersonName Owner,
    PersonName Issuer, AnsweredReport? Report, AnsweredRequest? Extension, AnsweredFact? Returned,
    IReadOnlyList<AnsweredFile> Files)
{
    /// <summary>What waits for an answer; absent where nothing does.</summary>
    public AnsweredFact? Question { get; init; }

    /// <summary>What the text calls the clause; absent where it has no number there.</summary>
    public string? ClauseLabel { get; init; }

    public static AnsweredItem Of(AnswerView view, Func<string, PersonName> named)
    {
        AgreedItem item = view.Item;
        Slip slip = item.SlipAt(view.Now);
        return new(
            item.Id, view.Agreement.ClauseOf(item.Clause)?.Text, item.DueOn, item.DueOn == item.OriginalDueOn ? null : item.OriginalDueOn,
            item.State, slip == Items.Slip.None ? null : slip.ToString().ToLowerInvariant(), item.DaysLateAt(view.Now),
            named(item.Owner), named(item.Issuer),
            item.Completion is { } report ? new(named(report.By), report.At, report.Evidence) : null,
            item.PendingExtension is { } asked ? new(named(asked.By), asked.At, asked.DueOn, asked.Reason) : null,
            item is { IsPending: true, Returns: [.., var last] } ? new("return", named(last.By), last.At, last.Reason) : null,
            [.. item.EvidenceFiles.Select(file => new AnsweredFile(file.Sha256, file.Name, file.Size))])
        {
            Question = item.OpenQuestion is { } open ? new("ask", named(open.By), open.At, open.Text) : null,
            ClauseLabel = view.Agreement.ClauseOf(item.Clause)?.Label,
        };
    }
}

/// <summary>A report of completion, with what shows it.</summary>
public sealed record AnsweredReport(PersonName By, Instant At, Evidence Evidence);

/// <summary>A file that was handed in; <c>answers/evidence/{sha256}</c> has it.</summary>
public sealed record AnsweredFile(string Sha256, string Name, int Size);

/// <summary>An extension that was asked for.</summary>
public sealed record AnsweredRequest(PersonName By, Instant At, LocalDate DueOn, string Reason);
