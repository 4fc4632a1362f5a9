using FollowUp.Delivery.Languages;
using FollowUp.Letters;
using FollowUp.Plans;
using FollowUp.Values;

namespace FollowUp.Delivery;

/// <summary>
/// Puts all notices about one item into one section: the most consequential in full, of the others a line each, so that a letter that
/// catches up tells one story once.
/// </summary>
internal sealed class SectionWriter(Language language)
{
    /// <param name="notices">Of one item, the most consequential first; at least one.</param>
    public ItemSection Write(IReadOnlyList<Notice> notices)
    {
        Notice first = notices[0];
        NoticeWords words = new(language, first);
        return new(
            first.Ladder,
            Headed(words),
            TextDirection.Isolate(first.Title),
            words.Say("agreement"),
            first.Clause is { } clause ? Labelled(first.ClauseLabel, new Written(TextDirection.Isolate(clause))) : null,
            first.Clause is { } quoted ? Labelled(first.ClauseLabel, new Written(Say("clause.quoted", ("clause", quoted)))) : null,
            first is { Clause: not null, ClauseLanguage: { } other } ? Say("clause.authentic", ("language", language.NameOf(other))) : null,
            [.. Lines(first, words).Concat(Others(notices, words)).Where(line => line.Length > 0)],
            [.. Small(notices).Distinct()],
            [.. notices.SelectMany(notice => notice.Answers).DistinctBy(answer => answer.Action).Select(Answer)],
            Linked(Say("board"), first.Link));
    }

    /// <summary>What stands above it and in the subject.</summary>
    public string Headed(NoticeWords words) => words.Reminder is { } reminder
        ? Say("heading.again", ("heading", new Written(words.Heading)), ("reminder", new Written(reminder)))
        : words.Heading;

    private IEnumerable<string> Lines(Notice notice, NoticeWords words)
    {
        yield return words.Standing();
        if (notice.Before is not null)
        {
            yield return words.Say(notice.Speaks ? "reminded.speaks" : "reminded.hears");
        }

        // What shows it comes before what is asked, and after an address there must be nothing.
        string?[] parts = words.Evidence() is { } evidence
            ? [words.About(), evidence, words.Ask()]
            : [string.Join(language.Rules.Between, new[] { words.About(), words.Ask() }.Where(part => part.Length > 0))];
        foreach (string part in parts.OfType<string>().Concat(LastSaid(notice, words)))
        {
            yield return part;
        }

        foreach (string next in Next(notice))
        {
            yield return next;
        }
    }

    /// <summary>What was last said of it, for those who are told that it is late: a report that was sent back is word of it, too.</summary>
    private static IEnumerable<string> LastSaid(Notice notice, NoticeWords words)
    {
        bool isTold = notice is { Of.Key.Ladder: LadderName.Overdue or LadderName.Silence, Speaks: false, Role: not null };
        if (isTold && notice.LastReturn is not null)
        {
            yield return words.Say("word.returned");
        }

        if (isTold && (notice.LastWord is not null || notice.LastReturn is null))
        {
            yield return words.Say(notice.LastWord is null ? "word.none" : "word");
        }
    }

    private IEnumerable<string> Next(Notice notice)
    {
        Upcoming[] others = [.. (notice.Next ?? []).Where(next => next.Who is not null)];
        if (others.Length > 0)
        {
            string who = language.List(others.Select(next => Say("next.who", ("who", next.Who), ("role", next.Role))));
            string told = Say(others.Length > 1 ? "next.told.many" : "next.told", ("who", new Written(who)));
            yield return Say($"next.{NextKey(notice)}", ("on", others[0].On), ("told", new Written(told)));
        }

        if (notice.Next?.FirstOrDefault(next => next.Who is null) is { } own)
        {
            yield return Say("next.own", ("on", own.On));
        }
    }

    /// <summary>Under the number that the text has for it, where it has one.</summary>
    private string Labelled(string? label, Written clause) =>
        label is null ? clause.Text : Say("clause.labelled", ("label", label), ("clause", clause));

    private static string NextKey(Notice notice) => notice.Of.Key.Ladder switch
    {
        LadderName.Receipt or LadderName.Confirmation or LadderName.Extension or LadderName.Question => notice.Ladder,
        LadderName.Waiting or LadderName.Blocked => "other",
        _ => "overdue",
    };

    /// <summary>One line each; that the date was near is no news once it has passed, and that it is late is not said twice.</summary>
    private IEnumerable<string> Others(IReadOnlyList<Notice> notices, NoticeWords first)
    {
        HashSet<string> said = [first.Heading];
        LadderName[] known = first.IsLateBeside ? [LadderName.Due, LadderName.Overdue]
            : notices[0].Of.Key.Ladder == LadderName.Overdue ? [LadderName.Due] : [];
        foreach (Notice notice in notices.Skip(1).Where(notice => !known.Contains(notice.Of.Key.Ladder)))
        {
            NoticeWords words = new(language, notice);
            if (said.Add(words.Heading))
            {
                yield return words.About() is { Length: > 0 } about
                    ? Say("also.about", ("heading", new Written(words.Heading)), ("about", new Written(about)))
                    : Say("also", ("heading", new Written(words.Heading)));
                if (words.Evidence() is { } evidence)
                {
                    yield return evidence;
                }
            }
        }
    }

    /// <summary>How late they come, and why to this reader and on this day.</summary>
    public IEnumerable<string> Small(IReadOnlyList<Notice> notices)
    {
        Notice latest = notices.FirstOrDefault(notice => notice.LateBy is not null) ?? notices[0];
        if (latest.LateBy is { } late)
        {
            yield return new NoticeWords(language, latest).Say(late.TotalDays >= 2 ? "delayed.days" : "delayed.hours");
        }

        if (notices[0].Shift is { } shift)
        {
            yield return Say("shifted", ("shift", notices[0].ShiftParts is { } parts
                ? new Written(string.Join(Say("shifted.between"), parts.Select(language.Say))) : shift));
        }

        foreach (Notice notice in notices)
        {
            if (Why(notice) is { } why)
            {
                yield return why;
            }
        }
    }

    /// <summary>Why its reader gets it; null where an earlier version did not note it.</summary>
    private string? Why(Notice notice)
    {
        object? steps = notice.Steps is { Count: > 0 } known
            ? new Written(string.Join(Say("why.between"), known.Select(language.Say))) : notice.Absence;
        return (steps, notice.InPlaceOf, notice.Role) switch
        {
            (not null, { } meant, { } role) => Say("why.instead", ("inPlaceOf", meant), ("role", role), ("steps", steps)),
            (not null, _, _) => Say("why.steps", ("steps", steps)),
            (_, _, { } role) => Say("why", ("role", role)),
            _ => null,
        };
    }

    private SectionLink Answer(AnswerLink answer) => Linked(Say($"answer.{answer.Action}"), answer.Url);

    public SectionLink Linked(string words, string url) => new(words, Say("answer.line", ("words", words), ("url", url)), url);

    private string Say(string key, params ReadOnlySpan<(string Name, object? Value)> facts)
    {
        Dictionary<string, object?> named = [];
        foreach ((string name, object? value) in facts)
        {
            named.Add(name, value);
        }

        return language.Say(key, named);
    }
}
