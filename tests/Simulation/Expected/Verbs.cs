using FollowUp.Simulation.Scripts;
using NodaTime;

namespace FollowUp.Simulation.Expected;

/// <param name="Status">What the caller must be answered.</param>
/// <param name="Events">The journal's words for it; none where nothing changed.</param>
public sealed record Outcome(int Status, Standing After, params IReadOnlyList<string> Events)
{
    public bool Changes => Events.Count > 0;
}

/// <summary>What docs/design.md §2, §4 and §6 say that each verb does, said once more in other words.</summary>
public static class Verbs
{
    public static Outcome Do(Deed deed, Life life, Standing now, Register register, Instant at)
    {
        (string, string) owner = ("owner", now.Owner), issuer = ("issuer", now.Issuer), coordinator =
            ("coordinator", now.Coordinator);
        (string, string)[] supporting = [.. now.Supporting.Select(unit => ("supporting", unit))];
        Fact fact = new(deed.By, at, deed.Text);
        return deed.Verb switch
        {
            "sign" =>
                Guard([owner],
                    () => now.Receipt is not null ? Same() : now is { IsOpen: true, IsAssigned: true }
                        ? New("signed", now with { Receipt = fact })
                        : No()),
            "progress" => Guard([owner, .. supporting],
                () => now is { IsOpen: true, IsAssigned: true } ? New("progress", now with { Progress = [.. now.Progress, fact] }) : No()),
            "stage" => life.Paper.Stages.All(stage => stage.Id != deed.Text) ? No(404)
                : Guard([owner, .. supporting], () => now.StagesDone.ContainsKey(deed.Text!) ? Same()
                    : now is { IsOpen: true, IsAssigned: true } ? New("stage-done",
                        now with { StagesDone = new Dictionary<string, Fact>(now.StagesDone) { [deed.Text!] = fact } }) : No()),
            "report" => Guard(
                [owner], () => now.Withdrawn is not null || !now.IsAssigned ? No() : now.Report is not null ? Same() : Reported(fact)),
            "confirm" => Guard([issuer],
                () => now.Confirmed is not null ? Same() : now.IsReported ? New("confirmed", now with { Confirmed = fact }) : No()),
            "return" => Guard([issuer], () =>
                now.IsReported ? New("returned", now with { Report = null, Returns = [.. now.Returns, fact] })
                : now.IsPending && now.Returns is [.., var last] && last.Text == deed.Text ? Same() : No()),
            "withdraw" => Guard([coordinator],
                () => now.Withdrawn is not null ? Same() : now.IsOpen ? New("withdrawn", now with { Withdrawn = fact }) : No()),
            "amend" => Guard([coordinator],
                () => now.Title == deed.Text ? Same() : now.IsPending ? New("amended", now with { Title = deed.Text }) : No()),
            "end" => Guard([coordinator], () => now.SeriesEnded is not null ? Same()
                : life.Paper.Rule is { IsLast: false } && life.Next is null ? New("series-ended", now with { SeriesEnded = fact }) : No()),
            "escalate" => Guard([owner, issuer, coordinator], SentUp),
            "question" => Guard([owner, issuer], Inquired),
            "reply" => deed.Number < 1 || deed.Number > now.Questions.Count ? No(404)
                : Guard([now.Questions[deed.Number - 1].Of == "issuer" ? issuer : owner], Replied),
            "ask" => Guard([owner], Asked),
            "decide" => deed.Number < 1 || deed.Number > now.Asks.Count ? No(404) : Guard([issuer], Decided),
            "suspend" =>
                Guard([coordinator],
                    () => now.IsWaiting ? Same() : now is { IsPending: true, IsAssigned: true }
                        ? New("waiting", now with { Waits = [.. now.Waits, new(deed.By, at, deed.Text!)] })
                        : No()),
            "resume" => Guard([coordinator], () => now.IsWaiting ? New("resumed", Resumed(now)) : now.Waits.Count > 0 ? Same() : No()),
            "hand" => Guard([coordinator], () => now.Owner == deed.Person ? Same() : now.IsPending
                ? New("handed-over",
                    now with
                    {
                        Owner = deed.Person!,
                        Receipt = null,
                        Handings = [.. now.Handings, new(deed.By, at, now.Owner, deed.Person!, deed.Text!)]
                    }) : No()),
            "give" => Guard([coordinator], () => now.Has(deed.Part!).SequenceEqual(deed.People) ? Same()
                : !now.IsOpen || DecidesOwn() ? No()
                : New("reassigned", now.Given(new(deed.By, at, deed.Part!, now.Has(deed.Part!), deed.People)))),
            "reschedule" => Guard([coordinator], Rescheduled),
            _ => throw new ArgumentOutOfRangeException(nameof(deed), deed.Verb, "is no verb"),
        };

        Outcome Guard(IEnumerable<(string Role, string Person)> roles, Func<Outcome> verb) =>
            roles.Any(one => life.MayActFor(deed.By, one.Role, one.Person, now, register, at)) ? verb() : No(403);
        bool DecidesOwn() => deed.Part == "issuer" && deed.People.Any(one => one == now.Report?.By || one == now.Asked?.By);
        Outcome Same() => new(200, now);
        Outcome No(int status = 409) => new(status, now);
        Outcome New(string word, Standing after) =>
            new(word is "extension-asked" or "escalated" or "question-asked" ? 201 : 200, after with { Revision = now.Revision + 1 }, word);

        Outcome Reported(Fact report) => now.IsWaiting
            ? new(200, Resumed(now) with { Report = report, Revision = now.Revision + 1 }, "resumed", "reported")
            : New("reported", now with { Report = report });

        Standing Resumed(Standing waiting)
        {
            Wait wait = waiting.Waits[^1];
            int days = Enumerable.Range(0, Math.Max(0, Period.DaysBetween(life.DayOf(wait.At), life.DayOf(at))))
                .Count(n => life.Works(life.DayOf(wait.At).PlusDays(n)));
            Standing resumed = waiting with { Waits = [.. waiting.Waits.SkipLast(1), wait with { Ended = new(deed.By, at, days) }] };
            return days == 0 ? resumed : Moved(resumed, Days.Go(waiting.DueOn, days, life.Works), "waiting", wait.Reason);
        }

        Outcome Asked()
        {
            if (now.Asks is [.., var last] && last.DueOn == deed.Date && last.Reason == deed.Text && last.Answer?.IsGranted != false)
            {
                return Same();
            }

            bool isInTime = life.DayOf(at) <= now.DueOn;
            return !now.IsRunning || now.Asked is not null || !isInTime || now.Granted >= life.Plan.ExtensionsMax ? No()
                : deed.Date <= now.DueOn ? No(422)
                : New("extension-asked",
                    now with { Asks = [.. now.Asks, new(now.Asks.Count + 1, deed.By, at, deed.Date!.Value, deed.Text!)] });
        }

        Outcome Decided()
        {
            Ask ask = now.Asks[deed.Number - 1];
            if (ask.Answer is { } answer)
            {
                return answer.IsGranted == deed.IsGranted ? Same() : No();
            }

            Standing answered = now with { Asks = [.. now.Asks.SkipLast(1), ask with { Answer = new(deed.By, at, deed.IsGranted) }] };
            return !now.IsPending ? No()
                : New(deed.IsGranted ? "extension-granted" : "extension-refused",
                    deed.IsGranted && ask.DueOn > now.DueOn ? Moved(answered, ask.DueOn, "extension", ask.Reason) : answered);
        }

        Outcome SentUp()
        {
            bool isToday = now.Raisings is [.., var before] && life.DayOf(before.At) == life.DayOf(at);
            if (isToday && now.Raisings[^1] is var last && last.By == deed.By && last.Reason == deed.Text)
            {
                return Same();
            }

            List<string> chain = [.. now.Chain];
            int level = Enumerable.Range(1, chain.Count).FirstOrDefault(one => MayHear(one, chain[one - 1]));
            if (!now.IsOpen || !now.IsAssigned || isToday || level == 0)
            {
                return No();
            }

            string to = chain[level - 1];
            string[] knows = [.. new[] { now.Owner, now.Coordinator }.Distinct().Where(one => one != deed.By && one != to)];
            Raised raised = new(now.Raisings.Count + 1, deed.By, at, level, to, knows, deed.Text!);
            return New("escalated", now with { Raisings = [.. now.Raisings, raised] });
        }

        bool MayHear(int level, string person) => person != now.Owner && person != deed.By && !life.Heard.Contains(person)
            && now.Raisings.All(raised => raised.Level < level && raised.To != person);

        Outcome Inquired()
        {
            if (now.Question is { } open && open.By == deed.By && open.Text == deed.Text)
            {
                return Same();
            }

            string of = life.MayActFor(deed.By, "owner", now.Owner, now, register, at) ? "issuer" : "owner";
            Questioned asked = new(now.Questions.Count + 1, deed.By, at, of, deed.Text!);
            return !now.IsOpen || !now.IsAssigned || now.Question is not null || now.Owner == now.Issuer ? No()
                : New("question-asked", now with { Questions = [.. now.Questions, asked] });
        }

        Outcome Replied()
        {
            Questioned asked = now.Questions[deed.Number - 1];
            if (asked.Answer is { } answer)
            {
                return answer.By == deed.By && answer.Text == deed.Text ? Same() : No();
            }

            Questioned replied = asked with { Answer = fact, To = asked.Of == "issuer" ? now.Owner : now.Issuer };
            return now.Question is null ? No()
                : New("question-answered", now with { Questions = [.. now.Questions.SkipLast(1), replied] });
        }

        Outcome Rescheduled() =>
            now.DueOn == deed.Date && now.Moves is [.., { Cause: "rescheduled" }] ? Same()
            : now.IsWaiting || !now.IsPending ? No()
            : deed.Date == now.DueOn || deed.Date < life.DayOf(at) ? No(422)
            : New("rescheduled", Moved(now, deed.Date!.Value, "rescheduled", deed.Text!));

        Standing Moved(Standing was, LocalDate to, string cause, string reason) =>
            was with { DueOn = to, Moves = [.. was.Moves, new(deed.By, at, was.DueOn, to, cause, reason)] };
    }
}
