using FollowUp.Faults;
using FollowUp.Items;
using FollowUp.Plans;
using FollowUp.Values;

namespace FollowUp.Parsing;

/// <summary>Reads a change of many items: who, why, which items, and exactly one thing that becomes of them.</summary>
public static class BulkParser
{
    public const string Owner = Role.Owner;
    public const string DueOn = "dueOn";
    public const string MoveBy = "moveBy";

    /// <summary>As long as an offset of five digits.</summary>
    private const int OffsetLength = 8;

    /// <summary>Of which a body has one.</summary>
    public static IReadOnlyList<string> Fields { get; } = [Owner, DueOn, MoveBy, .. ItemPart.All];

    public static BulkDraft Parse(JsonField body, bool isActorKnown)
    {
        body.AllowOnly(["by", "reason", "items", .. Fields]);
        string[] given = [.. Fields.Where(field => body[field].IsNamed)];
        if (given.Length != 1)
        {
            body.AddFault(RegisterFaults.OneChange.Fill(string.Join(", ", Fields)));
        }

        string field = given.FirstOrDefault(Owner);
        return new(
            body["by"].IsAbsent && isActorKnown ? null : body["by"].Id(),
            body["reason"].Text(Limits.Text),
            body["items"].IsNamed ? [.. body["items"].NonEmptyList(Limits.Items).Select(item => item.Id()).Distinct()] : null,
            field,
            given.Length == 1 ? PeopleIn(body[field], field) : [],
            field == DueOn ? body[DueOn].Date() : null,
            field == MoveBy ? OffsetIn(body[MoveBy]) : null);
    }

    private static IReadOnlyList<string> PeopleIn(JsonField field, string part) => part switch
    {
        DueOn or MoveBy => [],
        ItemPart.Chain => [.. field.List(AgreementParser.MaxLevels).Select(level => level.ReferenceTo(ReferenceKind.Person))],
        ItemPart.Supporting => [.. field.List(Limits.Few).Select(unit => unit.ReferenceTo(ReferenceKind.Person)).Distinct()],
        ItemPart.Counterpart when field.IsAbsent => [],
        _ => [field.ReferenceTo(ReferenceKind.Person)],
    };

    private static Plans.Offset? OffsetIn(JsonField field)
    {
        string text = field.Text(OffsetLength);
        if (text.Length > 0 && Plans.Offset.Parse(text) is null)
        {
            field.AddFault(PlanFaults.NotOffset.Fill(Plans.Offset.CountMax, Plans.Offset.MonthsMax));
        }

        return Plans.Offset.Parse(text);
    }
}
