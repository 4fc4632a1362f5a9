using FollowUp.Faults;
using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Parsing;
using FollowUp.Parsing.Sheets;
using FollowUp.Values;
using NodaTime.Text;

namespace FollowUp.Operations.Sheets;

/// <summary>
/// What a row says otherwise than the register, column by column: each difference is a verb, or a fault where no verb changes that. Columns
/// that the file does not have say nothing.
/// </summary>
internal static class RowDifferences
{
    /// <param name="reason">Null where the file gives none.</param>
    /// <param name="fault">Hears of what cannot be changed.</param>
    public static IReadOnlyList<RowChange> Between(
        AgreedItem item, ItemDraft draft, SheetTable table, SheetRow row, string? reason, Action<Fault> fault)
    {
        List<RowChange> changes = [];
        foreach (string field in SheetColumns.Read.Select(column => column.Field).Where(table.Has))
        {
            (string? was, string? now) = (Shown(item, field), Shown(draft, field));
            if (now is null || (was is not null && IsSame(field, was.Trim(), now.Trim())))
            {
                continue;
            }

            if (VerbOf(item, draft, field, now, reason ?? "") is { } verb)
            {
                changes.Add(new(field, was, now, verb));
            }
            else
            {
                fault(new(RowReader.PointerOf(row, field), SheetFaults.NotByFile.Fill(was ?? "")));
            }
        }

        if (changes.Count > 0 && reason is null)
        {
            fault(new(RowReader.PointerOf(row, SheetColumns.Reason), SheetFaults.ReasonMissing.Text));
        }

        return changes;
    }

    /// <summary>A number is found again in whatever width it is typed.</summary>
    private static bool IsSame(string field, string was, string now) =>
        field == SheetColumns.Number ? SearchText.Fold(was) == SearchText.Fold(now) : TextRules.IsSame(was, now);

    /// <summary>Null where no verb changes that.</summary>
    private static RequestedVerb? VerbOf(AgreedItem item, ItemDraft draft, string field, string now, string reason) => field switch
    {
        SheetColumns.DueOn => new(
            (one, by, at, _) => one.Reschedule(by, at, draft.DueOn, reason), EventNames.Rescheduled,
            one => JournalText.OfRescheduling(one, reason)),
        SheetColumns.Owner => new(
            (one, by, at, _) => one.HandTo(by, at, draft.Owner, reason), EventNames.HandedOver, one => JournalText.OfHandOver(one, reason)),
        SheetColumns.TitleEn or SheetColumns.TitleZh or SheetColumns.TitleRu =>
            Amendment(item, AmendedField.TitleIn(field[^2..]), now, reason),
        SheetColumns.Kind => Amendment(item, AmendedField.Kind, now, reason),
        SheetColumns.Number => Amendment(item, AmendedField.Number, now, reason),
        _ => null,
    };

    private static RequestedVerb Amendment(AgreedItem item, string field, string now, string reason)
    {
        string? was = item.Wording(field);
        return new(
            (one, by, at, _) => one.Amend(by, at, field, now), EventNames.Amended, _ => JournalText.OfAmendment(field, was, now, reason));
    }

    private static string? Shown(AgreedItem item, string field) => field switch
    {
        SheetColumns.Number => item.Number,
        SheetColumns.TitleEn => item.Title.En,
        SheetColumns.TitleZh => item.Title.Zh,
        SheetColumns.TitleRu => item.Title.Ru,
        SheetColumns.Kind => item.Kind,
        SheetColumns.Clause => item.Clause,
        SheetColumns.Owner => item.Owner,
        SheetColumns.Supporting => Listed(item.Supporting),
        SheetColumns.Issuer => item.Issuer,
        SheetColumns.Counterpart => item.Counterpart,
        SheetColumns.DueOn => LocalDatePattern.Iso.Format(item.DueOn),
        SheetColumns.TimeZone => item.TimeZone,
        SheetColumns.Calendars => Listed(item.Calendars.Select(calendar => calendar.Id)),
        SheetColumns.Plan => item.Plan.Id,
        _ => null,
    };

    private static string? Shown(ItemDraft draft, string field) => field switch
    {
        SheetColumns.Number => draft.Number,
        SheetColumns.TitleEn => draft.Title.En,
        SheetColumns.TitleZh => draft.Title.Zh,
        SheetColumns.TitleRu => draft.Title.Ru,
        SheetColumns.Kind => draft.Kind,
        SheetColumns.Clause => draft.Clause,
        SheetColumns.Owner => draft.Owner,
        SheetColumns.Supporting => Listed(draft.Supporting),
        SheetColumns.Issuer => draft.Issuer,
        SheetColumns.Counterpart => draft.Counterpart,
        SheetColumns.DueOn => LocalDatePattern.Iso.Format(draft.DueOn),
        SheetColumns.TimeZone => draft.TimeZone,
        SheetColumns.Calendars => Listed(draft.Calendars),
        SheetColumns.Plan => draft.Plan,
        _ => null,
    };

    /// <summary>In which order they stand means nothing.</summary>
    private static string? Listed(IEnumerable<string> ids) =>
        string.Join(", ", ids.Order(StringComparer.Ordinal)) is { Length: > 0 } all ? all : null;
}
