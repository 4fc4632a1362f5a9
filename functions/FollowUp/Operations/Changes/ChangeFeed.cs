using System.Runtime.CompilerServices;
using FollowUp.Changes;
using FollowUp.Items;
using FollowUp.Operations.Lists;
using FollowUp.Parsing;
using FollowUp.Storage;
using Entry = FollowUp.Journal.Entry;

namespace FollowUp.Operations.Changes;

/// <summary>Some of what is new.</summary>
/// <param name="Next">From where to read on.</param>
/// <param name="HasMore">Whether there is more already.</param>
public sealed record ChangePage(IReadOnlyList<CloudEvent> Events, ChangeCursor Next, bool HasMore);

/// <summary>An entry, how its item stands, and from where one reads on after it.</summary>
/// <param name="Agreement">With all its items; null where it is gone.</param>
public sealed record LoggedChange(Entry Entry, ListedAgreement? Agreement, ChangeCursor After)
{
    public AgreedItem? Item => Entry.Item is { } item ? Agreement?.ById.GetValueOrDefault(item) : null;

    public CloudEvent Event => CloudEvent.Of(Entry, Item);
}

/// <summary>
/// What is new since somebody asked last, over all agreements. Entries of one agreement come in their order, each at least once; an entry
/// comes once it is in the log, a minute after it happened at most. Reading changes nothing (law 17).
/// </summary>
public sealed class ChangeFeed(ChangeLogStore log, AgreementQueries queries, ItemCatalogue catalogue)
{
    /// <summary>Looked through for one call: whoever may see little of it reads on, and gets an answer meanwhile.</summary>
    private const int LookedThroughMax = 2_000;

    /// <summary>For a cursor that is none, or of a log that is no more.</summary>
    public static InvalidInputException UnknownCursor() => new("/since", "is none that this log gave out; begin again without it");

    /// <exception cref="NoChangeLogException">Nobody began one.</exception>
    /// <exception cref="InvalidInputException">The cursor is none of this log.</exception>
    public async Task<ChangePage> Read(ChangeCursor? since, int limit, Shown shown, CancellationToken cancel)
    {
        ChangeLog current = await log.Find(cancel) ?? throw new NoChangeLogException();
        ChangeCursor next = since ?? ChangeCursor.StartOf(current.Id);
        if (next.Log != current.Id || next.Line > current.Next)
        {
            throw UnknownCursor();
        }

        List<CloudEvent> events = [];
        int lookedThrough = 0;
        await foreach (LoggedChange change in Changes(current, next, cancel))
        {
            next = change.After;
            if (IsShown(change, shown))
            {
                events.Add(change.Event);
            }

            if (events.Count == limit || ++lookedThrough == LookedThroughMax)
            {
                break;
            }
        }

        return new(events, next, next.Line < current.Next);
    }

    /// <summary>Everything from there on, as far as the log went when it was read.</summary>
    public async IAsyncEnumerable<LoggedChange> Changes(
        ChangeLog current, ChangeCursor from, [EnumeratorCancellation] CancellationToken cancel)
    {
        Dictionary<string, ListedAgreement?> agreements = [];
        await foreach (ChangeLine line in log.Lines(current, from.Line, cancel))
        {
            int first = line.Number == from.Line ? Math.Max(line.From, from.Seq) : line.From;
            if (!agreements.TryGetValue(line.Agreement, out ListedAgreement? agreement))
            {
                agreement = (await catalogue.Current(line.Agreement, cancel)).SingleOrDefault();
                agreements.Add(line.Agreement, agreement);
            }

            await foreach (Entry entry in queries.Journal(line.Agreement, first, line.To, cancel))
            {
                ChangeCursor after = entry.Seq == line.To
                    ? new(current.Id, line.Number + 1, 0) : new(current.Id, line.Number, entry.Seq + 1);
                yield return new(entry, agreement, after);
            }
        }
    }

    /// <summary>As in the journal of an item, and of an agreement.</summary>
    private static bool IsShown(LoggedChange change, Shown shown) => change.Agreement is { } agreement
        && (shown.Agreement(agreement.Agreement) || (change.Item is { } item && shown.Item(item)));
}

/// <summary>Nobody asked for changes before, so none are put in order.</summary>
public sealed class NoChangeLogException()
    : Exception("No log of changes is kept here yet: POST /api/changes begins it, with everything that happened so far.");
