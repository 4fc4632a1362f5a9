using System.Text.Json.Nodes;

namespace FollowUp.Processes.Rig;

/// <summary>Holds what the app says at the end against what it answered on the way, and against the letters that arrived.</summary>
internal static class Promises
{
    /// <summary>Nothing that was answered for is lost, and nothing was done twice.</summary>
    public static void AreKept(this Reckoning end, IReadOnlyCollection<Acknowledged> acknowledged)
    {
        HashSet<(string, string?, string)> happened = [.. end.Journal.Select(entry => (entry.Agreement, entry.Item, entry.Event))];
        foreach (Acknowledged one in acknowledged)
        {
            happened.Should().Contain((one.Agreement, one.Event == "registered" ? null : one.Item, one.Event), $"{one} was answered for");
        }

        ILookup<string, JsonNode> items = end.Items.ToLookup(item => (string)item["agreement"]!);
        foreach (string agreement in acknowledged.Select(one => one.Agreement).Distinct())
        {
            items[agreement].Should().HaveCount(Callers.ItemsEach, $"{agreement} is there as a whole");
        }

        end.Journal.Where(entry => entry.Event != "notice").GroupBy(entry => entry).Where(group => group.Count() > 1)
            .Should().BeEmpty("nothing happens twice");
    }

    /// <summary>Every day's notice was decided on, once; none is missing between the first and today.</summary>
    public static void AreDecidedOnce(this Reckoning end, DateTimeOffset now)
    {
        end.Ledger.Select(rung => rung.State).Distinct().Should().BeSubsetOf(["sent", "skipped", "superseded"]);
        foreach (JsonNode item in end.Items)
        {
            string name = $"{item["agreement"]}/{item["id"]}";
            List<Rung> daily = [.. end.Ledger.Where(rung => rung.Item == name && rung.Ladder == "due").OrderBy(rung => rung.Occurrence)];
            daily.Select(rung => rung.Occurrence)
                .Should().Equal(Enumerable.Range(0, daily.Count), $"no day of {name} is missing or there twice");
            if ((string)item["state"]! is "assigned" or "signed")
            {
                daily[^1].Planned.Should().BeAfter(now.AddDays(-1), $"{name} is open, and today's is decided on as well");
            }
        }

        IEnumerable<string> finals = end.Journal.Where(entry => entry.Event == "notice")
            .Select(entry => $"{entry.Agreement}/{entry.Item} {entry.Text!.Split(' ', 2)[1]}");
        finals.Should().OnlyHaveUniqueItems("every notice comes to its final state once");
    }

    /// <summary>Every notice that was sent is in one letter, and every letter says what was decided on.</summary>
    /// <returns>How many letters arrived again, because it was killed between the final dot and the mark.</returns>
    public static int ArrivedOnce(this Reckoning end, PostOffice post)
    {
        IReadOnlyCollection<Taken> taken = post.Taken;
        List<Taken> letters = [.. taken.GroupBy(letter => letter.MessageId).Select(group => group.First())];
        ILookup<(string, string, string), Taken> about = letters.SelectMany(letter => letter.About, (letter, item) => (letter, item))
            .ToLookup(pair => (pair.item, pair.letter.Recipient, pair.letter.Slot), pair => pair.letter);
        ILookup<(string, string, string), Rung> sent = end.Ledger.Where(rung => rung.State == "sent")
            .ToLookup(rung => (rung.Item, rung.To, rung.Slot));
        sent.Where(group => about[group.Key].Count() != 1)
            .Select(group =>
                $"{group.Key}, {string.Join(" and ", group.Select(rung => $"{rung.Ladder} {rung.Occurrence} at {rung.At:O}"))}, is in "
                    + $"{about[group.Key].Count()} letters; the letters to them: {Lines(taken, group.Key.Item2)}").Should().BeEmpty();
        about.Where(group => !sent[group.Key].Any()).Select(group => group.Key).Should().BeEmpty("nobody is told what was not decided");

        int again = 0;
        foreach (IGrouping<string, Taken> letter in taken.GroupBy(letter => letter.MessageId).Where(group => group.Count() > 1))
        {
            again += letter.Count() - 1;
            letter.Select(one => one.Door)
                .Should().OnlyHaveUniqueItems($"a host hands {letter.Key} over once: {string.Join("; ", letter)}");
            DateTimeOffset last = letter.Max(one => one.At);
            List<Taken> whole = [.. letter.Where(one => !post.WasInterrupted(one, last))];
            whole.Count.Should().BeLessThanOrEqualTo(
                1, $"of two that nobody killed or stopped one hands {letter.Key} over: {string.Join("; ", letter)}");

            // What a stopped host had begun to hand over arrives when it wakes, whoever else wrote down meanwhile that it is out.
            letter.First().About.SelectMany(item => sent[(item, letter.First().Recipient, letter.First().Slot)]).Should().OnlyContain(
                rung => whole.TrueForAll(one => rung.At >= one.At),
                $"{letter.Key} may come again as long as nobody wrote down that it is out");
        }

        return again;
    }

    private static string Lines(IReadOnlyCollection<Taken> taken, string recipient) =>
        string.Join(
            "; ", taken.Where(letter => letter.Recipient == recipient)
                .Select(letter => $"{letter.MessageId} through {letter.Door} about {string.Join(' ', letter.About)}"));
}
