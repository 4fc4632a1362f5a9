using FollowUp.Faults;
using FollowUp.Plans;
using FollowUp.Values;
using NodaTime;

namespace FollowUp.Items;

/// <summary>How owner and issuer ask each other, and answer.</summary>
public static class Questioning
{
    /// <summary>Whoever asked so often should meet.</summary>
    public const int QuestionsMax = 100;

    /// <summary>
    /// The owner asks the issuer, or the issuer the owner. One question at a time waits on an item: it is answered before anybody asks
    /// the next. Asking the same again changes nothing.
    /// </summary>
    public static AgreedItem Ask(this AgreedItem item, Actor by, Instant at, string text)
    {
        Permission.Demand(item, by, "asked about", Role.Owner, Role.Issuer);
        if (item.OpenQuestion is { } open && open.By == by.Person && TextRules.IsSame(open.Text, text))
        {
            return item;
        }

        return WhyNotAsk(item) is { } why
            ? throw ItemRefusedException.NotNow(item, "asked about", why)
            : item with { Questions = [.. item.Questions, new(item.Questions.Count + 1, by.Person, at, OtherSide(item, by), text)] };
    }

    /// <summary>Whoever has the place that was asked answers. The same again changes nothing.</summary>
    /// <param name="number">One that was asked.</param>
    public static AgreedItem Reply(this AgreedItem item, Actor by, Instant at, int number, string text)
    {
        Question asked = item.Questions[number - 1];
        Permission.Demand(item, by, "answered", asked.Of);
        if (asked.Reply is { } reply)
        {
            return reply.By == by.Person && TextRules.IsSame(reply.Text, text)
                ? item
                : throw ItemRefusedException.NotNow(item, "answered", StatePhrases.QuestionAnswered.Fill(number, reply.By, reply.At));
        }

        string to = asked.Of == Role.Issuer ? item.Owner : item.Issuer;
        return item.OpenQuestion is null
            ? throw ItemRefusedException.NotNow(item, "answered")
            : item with { Questions = [.. item.Questions.SkipLast(1), asked with { Reply = new(by.Person, at, text, to) }] };
    }

    private static string OtherSide(AgreedItem item, Actor by) => by.ActsAs(Role.Owner, item.Owner) ? Role.Issuer : Role.Owner;

    private static string? WhyNotAsk(AgreedItem item) => item switch
    {
        { IsOpen: false } or { AssignedAt: null } => ItemRefusedException.Why(item),
        { OpenQuestion: { } open } => StatePhrases.QuestionOpen.Fill(open.Number, open.By, open.At),
        _ when item.Owner == item.Issuer => StatePhrases.NobodyElse.Text,
        { Questions.Count: >= QuestionsMax } => StatePhrases.TooManyQuestions.Fill(QuestionsMax),
        _ => null,
    };
}
