using FollowUp.Agreements;
using FollowUp.Answers;
using FollowUp.Items;
using FollowUp.Ledger;
using FollowUp.People;
using FollowUp.Timetables;

namespace FollowUp.Letters;

/// <summary>Everything one notice is made from.</summary>
public sealed record NoticeFacts(LedgerRow Row, AgreedItem Item, Agreement Agreement, Func<string, Person?> People)
{
    /// <summary>Everything that was and will be said about the item; empty where nobody asks what was said before.</summary>
    public IReadOnlyList<LedgerRow> Ledger { get; init; } = [];

    /// <summary>What the item's timetable depends on; null where nobody asks what comes next.</summary>
    public TimetableInputs? Around { get; init; }

    /// <summary>What its reader may answer, the most wanted first; empty where letters have no links.</summary>
    public IReadOnlyList<AnswerScope> Answers { get; init; } = [];

    /// <summary>As a reader of that language knows them.</summary>
    public string NameOf(string person, string language) => Initials.Bind(People(person)?.NameIn(language) ?? person);
}
