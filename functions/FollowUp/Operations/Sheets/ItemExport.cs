using FollowUp.Items;
using FollowUp.Parsing.Sheets;
using NodaTime;

namespace FollowUp.Operations.Sheets;

/// <summary>
/// Items as a file: the columns that an import reads, written so that it finds what is there, and a few beside them that it passes over.
/// </summary>
public static class ItemExport
{
    /// <param name="clauseLabel">What the text calls the clause that an item comes from; null where it has no number there.</param>
    public static Export Of(
        IEnumerable<AgreedItem> items, PersonNames people, Func<AgreedItem, string?> clauseLabel, string language, Instant now) =>
        Export.Of("items", [.. Read(people, language), .. Shown(clauseLabel, language, now)], items, language);

    private static IEnumerable<ExportColumn<AgreedItem>> Read(PersonNames people, string language) =>
        SheetColumns.Read.Where(column => column.Field != SheetColumns.Reason)
            .Select(column => new ExportColumn<AgreedItem>(
                column.Field, column.NameIn("en"), column.NameIn("zh"), column.NameIn("ru"),
                    item => Cell(item, column.Field, people, language)));

    private static IEnumerable<ExportColumn<AgreedItem>> Shown(Func<AgreedItem, string?> clauseLabel, string language, Instant now) =>
    [
        new("clauseLabel", "Clause in the text", "条款号", "Обозначение пункта", clauseLabel),
        new("originalDueOn", "Originally due", "原定期限", "Первоначальный срок", item => item.OriginalDueOn),
        new("state", "State", "状态", "Состояние", item => ExportWords.State(item.State, language)),
        new("daysLate", "Days late", "逾期天数", "Дней просрочки", item => item.DaysLateAt(now)),
    ];

    private static object? Cell(AgreedItem item, string field, PersonNames people, string language) => field switch
    {
        SheetColumns.Number => item.Number,
        SheetColumns.Id => item.Id,
        SheetColumns.Agreement => item.Agreement,
        SheetColumns.TitleEn => item.Title.En,
        SheetColumns.TitleZh => item.Title.Zh,
        SheetColumns.TitleRu => item.Title.Ru,
        SheetColumns.Kind => KindNames.Write(item.Kind, language),
        SheetColumns.Clause => item.Clause,
        SheetColumns.Owner => people.Write(item.Owner, language),
        SheetColumns.Supporting => Listed(item.Supporting.Select(one => people.Write(one, language))),
        SheetColumns.Issuer => people.Write(item.Issuer, language),
        SheetColumns.Counterpart => item.Counterpart is { } other ? people.Write(other, language) : null,
        SheetColumns.DueOn => item.DueOn,
        SheetColumns.TimeZone => item.TimeZone,
        SheetColumns.Calendars => Listed(item.Calendars.Select(calendar => calendar.Id)),
        SheetColumns.Plan => item.Plan.Id,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "is no column of items"),
    };

    private static string? Listed(IEnumerable<string> some) => string.Join("; ", some) is { Length: > 0 } all ? all : null;
}
