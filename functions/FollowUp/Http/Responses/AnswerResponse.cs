using FollowUp.Agreements;
using FollowUp.Answers;
using FollowUp.Items;
using FollowUp.Operations;
using FollowUp.People;
using NodaTime;

namespace FollowUp.Http.Responses;

/// <summary>What a link shows. One whose time is over shows the title, what became of it, and whom to ask.</summary>
/// <param name="Standing">open, recorded, handedOver, closed, expired, notYours or notNow.</param>
/// <param name="Action">What the link is for.</param>
/// <param name="Language">The reader's.</param>
/// <param name="Item">Absent where the link shows it no more.</param>
/// <param name="Record">What is on record of the thing that the link is about.</param>
/// <param name="Answers">Everything that the reader may do now, the most wanted first.</param>
public sealed record AnswerResponse(
    AnswerStanding Standing, string Action, string Language, Wording Agreement, Wording Title, PersonName? Reader, AnsweredItem? Item,
    AnsweredFact? Record, AnsweredFact? Closed, Instant? HandedOverAt, IReadOnlyList<AnswerOffer> Answers, PersonName Coordinator,
    Instant ExpiresAt)
{
    public static AnswerResponse Of(AnswerView view, LinkKeys keys)
    {
        AgreedItem item = view.Item;
        PersonName Named(string id) => new(view.People(id)?.Name ?? id, view.People(id)?.Names, null);
        AnsweredFact Fact(AnswerRecord record) => new(record.Action, Named(record.By), record.At, record.Text);
        return new(
            view.Standing, view.Scope.Action, view.Reader?.Language ?? "en", view.Agreement.Title, item.Title,
            view.IsAlive ? Named(view.Scope.Recipient) : null,
            view.IsAlive ? AnsweredItem.Of(view, Named) : null,
            view.IsAlive && view.Record is { } record ? Fact(record) : null,
            view.IsAlive && Closing(item) is { } closing ? Fact(closing) : null,
            view.Standing == AnswerStanding.HandedOver ? item.HandOvers[view.Scope.Ownership].At : null,
            [.. view.Offers.Select(offer => new AnswerOffer(offer.Action, AnswerToken.Sign(offer, keys)))],
            Reachable(view.People(item.Coordinator), item.Coordinator),
            view.Scope.ExpiresAt);
    }

    private static AnswerRecord? Closing(AgreedItem item) =>
        item.Withdrawal is { } withdrawal ? new("withdraw", withdrawal.By, withdrawal.At, withdrawal.Reason)
        : item.Confirmation is { } confirmation ? new(AnswerAction.Confirm, confirmation.By, confirmation.At, confirmation.Note)
        : null;

    private static PersonName Reachable(Person? person, string id) =>
        new(person?.Name ?? id, person?.Names, person?.Email is { Length: > 0 } email ? email : null);
}

/// <summary>A person as people call them.</summary>
/// <param name="Names">By language; absent where one name does for all.</param>
/// <param name="Email">Of whom there is to write to.</param>
public sealed record PersonName(string Name, Wording? Names, string? Email);

/// <summary>Something that was done: by whom, when, and in what words.</summary>
/// <param name="Action">An action of links, withdraw, or ask.</param>
public sealed record AnsweredFact(string Action, PersonName By, Instant At, string? Text);

/// <summary>One thing that the reader may do, and the token that does it.</summary>
public sealed record AnswerOffer(string Action, string Token);
