using System.Text;
using FollowUp.Answers;
using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.People;
using FollowUp.Recipients;
using FollowUp.Storage;
using FollowUp.Timetables;
using FollowUp.Values;
using Microsoft.DurableTask.Client;
using NodaTime;

namespace FollowUp.Operations;

/// <summary>Shows what a link in a letter is about, and does what it is for: as its reader, by the way of every verb.</summary>
public sealed class AnswerDesk(AgreementStore store, TimetableInputsLoader inputs, ItemChanger changer)
{
    /// <summary>Reads, and changes nothing (law 17).</summary>
    /// <exception cref="NotFoundException">The store has lost the item.</exception>
    public async Task<AnswerView> Show(AnswerScope scope, Instant now, CancellationToken cancel)
    {
        LoadedItem loaded = await store.Load(scope.Agreement, scope.Item, Freshness.Current, cancel)
            ?? throw new NotFoundException($"Item {scope.Item} of agreement {scope.Agreement}");
        AgreedItem item = loaded.Item.Item;
        PeopleSnapshot people = await inputs.CurrentPeople(cancel);
        TimetableInputs around = await inputs.Load(item, people, cancel);
        Person? reader = around.Contacts.Find(scope.Recipient) ?? await people.Find(scope.Recipient);
        Actor by = new(scope.Recipient, new Deputies(item, around.Contacts, now).FindActing());
        FrozenTerms terms = new(around.Plan, around.Days);
        AnswerStanding standing = AnswerStandings.Of(scope, item, by, now, terms);
        AnswerView view = new(
            scope, standing, item, loaded.Agreement.Agreement, reader, AnswerRecord.Of(scope, item), [], around.Contacts.Find, now);
        return view.IsAlive
            ? view with { Offers = [.. AnswerOffers.Of(item, by, null, now, terms).Select(action => scope.Sibling(item, action))] }
            : view;
    }

    /// <summary>Once: whoever says it again finds what was recorded.</summary>
    /// <param name="revisions">See <see cref="ItemChange"/>.</param>
    /// <exception cref="ItemRefusedException">The link does nothing any more, or the item's state does not allow it.</exception>
    public Task<ChangeResult> Give(
        AnswerScope scope, AnswerContent content, IReadOnlyCollection<int>? revisions, Instant now, DurableTaskClient client,
        CancellationToken cancel)
    {
        ItemChange change = new(
            scope.Agreement, scope.Item, scope.Recipient, VerbOf(scope, content), revisions, OncePerScope(scope), now)
        {
            Through = Through.Letter,
        };
        return changer.Change(change, client, cancel);
    }

    /// <summary>A link of another letter about the same thing counts as the same: what it is for has happened already.</summary>
    private static IdempotencyRecord OncePerScope(AnswerScope scope)
    {
        string what = $"letter {scope.Agreement} {scope.Item} {scope.Action} {scope.Recipient} {scope.Ownership} {scope.Number}";
        string hash = Fingerprints.HashOfBytes(Encoding.UTF8.GetBytes(what));
        return new(hash, hash);
    }

    private static RequestedVerb VerbOf(AnswerScope scope, AnswerContent content) =>
        new((item, by, at, terms) => item.Answer(scope, content, by, at, terms), EventOf(scope.Action), TextOf(scope.Action, content));

    private static string EventOf(string action) => action switch
    {
        AnswerAction.Sign => EventNames.Signed,
        AnswerAction.Progress => EventNames.Progress,
        AnswerAction.Complete => EventNames.Reported,
        AnswerAction.Extend => EventNames.ExtensionAsked,
        AnswerAction.HandBack => EventNames.HandedOver,
        AnswerAction.Confirm => EventNames.Confirmed,
        AnswerAction.Return => EventNames.Returned,
        AnswerAction.Reply => EventNames.QuestionAnswered,
        AnswerAction.Grant => EventNames.ExtensionGranted,
        _ => EventNames.ExtensionRefused,
    };

    private static Func<AgreedItem, string?> TextOf(string action, AnswerContent content) => action switch
    {
        AnswerAction.Complete => JournalText.OfReport,
        AnswerAction.Extend => item => JournalText.OfRequest(item, content.DueOn!.Value, content.Text!),
        AnswerAction.HandBack => item => JournalText.OfHandOver(item, content.Text!),
        AnswerAction.Grant or AnswerAction.Refuse => item => JournalText.OfAnswer(item, content.Text),
        _ => _ => content.Text,
    };
}
