using FollowUp.Simulation.Expected;
using FollowUp.Simulation.Papers;
using FollowUp.Simulation.Worlds;
using NodaTime;

namespace FollowUp.Simulation.Laws;

/// <summary>What arrived in the mailbox against what the ledgers say was sent.</summary>
public sealed class Letters
{
    /// <summary>As long as a weekly letter is gathered.</summary>
    private static readonly Duration Week = Duration.FromMinutes(10);

    private readonly World world;
    private readonly Dictionary<string, (Life Life, Row Row)> rows;
    private readonly List<Post> posts;

    public Letters(World world, IReadOnlyDictionary<Life, IReadOnlyList<Row>> ledgers)
    {
        this.world = world;
        rows = ledgers.SelectMany(ledger => ledger.Value.Select(row => (Life: ledger.Key, Row: row)))
            .ToDictionary(one => $"{one.Life} {one.Row.Key}");
        posts = [.. world.Mailbox.Arrived.GroupBy(arrival => arrival.Letter.MessageId).Select(copies => new Post(copies.Key, [.. copies]))];
    }

    /// <summary>One letter, and when it arrived: more than once where its sender did not hear that it had.</summary>
    private sealed record Post(string Id, IReadOnlyList<Arrival> Copies)
    {
        public Arrival First => Copies[0];

        public string To => First.Letter.Recipient;

        public string Slot => Id[..12];

        public IEnumerable<string> Keys => First.Letter.Notices.Select(notice => notice.Of)
            .Select(of =>
                $"{of.Agreement}/{of.Key.Item} {of.Key.Ladder.ToString().ToLowerInvariant()}/{of.Key.AnchorRevision}/{of.Key.Rung}"
                    + $"/{of.Key.Occurrence}/{of.Key.Recipient}");

        public override string ToString() => $"letter {Id} to {To} at {Form.Short(First.At)}: {string.Join(", ", Keys)}";
    }

    public void Check()
    {
        Dictionary<string, Post> tellers = [];
        foreach (Post post in posts)
        {
            Repeated(post);
            foreach (string key in post.Keys)
            {
                if (!tellers.TryAdd(key, post))
                {
                    Break("16", $"{key} is told twice, in {tellers[key]} and in {post}");
                }

                Told(post, key);
            }
        }

        foreach ((string key, (_, Row row)) in rows.Where(one => one.Value.Row.State == "sent" && !tellers.ContainsKey(one.Key)))
        {
            Break("3", $"{key} is said to be sent ({row}), and no letter told it");
        }

        OneASlot();
        OneAWeek();
    }

    /// <summary>
    /// Law 16: what was planned for one moment of the week to one reader, and written down within ten minutes of it, is one letter.
    /// </summary>
    private void OneAWeek()
    {
        IEnumerable<(Post Post, Row Row)> lines = posts.SelectMany(post => post.Keys.Select(key => (post, rows[key].Row)))
            .Where(line => line.Row.Ladder == "review" && line.Row.DecidedAt < line.Row.Planned + Week);
        foreach (IGrouping<(string, Instant), (Post Post, Row Row)> week in lines.GroupBy(line => (line.Post.To, line.Row.Planned)))
        {
            Post[] letters = [.. week.Select(line => line.Post).Distinct()];
            world.Tally.Reviews += letters.Length;
            world.Tally.Reviewed += week.Count();
            if (letters.Length > 1 && !world.MailHealth.IsDisturbed(week.Key.Item2, letters.Max(post => post.First.At)))
            {
                Break("16", $"more than one letter for one person and week: {string.Join("; ", letters.AsEnumerable())}");
            }
        }
    }

    /// <summary>The same Message-ID twice is forgiven only to a crash or a silence in the mail server's window.</summary>
    private void Repeated(Post post)
    {
        for (int n = 1; n < post.Copies.Count; n++)
        {
            if (!world.MailHealth.IsDisturbed(post.Copies[n - 1].At, post.Copies[n].At))
            {
                Break("16", $"{post} came again at {Form.Short(post.Copies[n].At)}, and nothing had happened in between");
            }
        }
    }

    private void Told(Post post, string key)
    {
        if (!rows.TryGetValue(key, out (Life Life, Row Row) known))
        {
            Break("3", $"{post} tells {key}, of which no ledger knows");
        }

        (Life life, Row row) = known;
        if (row.SentTo != post.To || row.State is not ("sent" or "failed"))
        {
            Break("3", $"{post}, but the ledger has {row}");
        }

        if (post.First.At < row.DecidedAt && !world.Health.IsDisturbed(post.First.At, row.DecidedAt))
        {
            Break("3", $"{post} came before it was written down: {row}");
        }

        if (row.Ladder is not ("undelivered" or "absence"))
        {
            Holds(post, life, row);
        }
    }

    /// <summary>Laws 13 and 15: what a letter says was so when it went out, and still theirs to hear.</summary>
    private void Holds(Post post, Life life, Row row)
    {
        Instant at = post.First.At;
        Instant written = post.First.Letter.WrittenAt;
        IEnumerable<Era<Standing>> then = life.Eras
            .Where(era => era.Has(at) || (written < at && era.Has(written) && world.MailHealth.IsDisturbed(written, at)));
        if (then.All(
            era => (!row.AsksStill(era.What) && world.Registers.All(
                register => !new Slice(
                    life, era, register, new Dictionary<string, Instant> { [row.To] = Instant.MinValue }, world.Now).Lines.ContainsKey(
                        row.Key)))
            || (row.Ladder != "handover" && life.IsOut(era.What, post.To))))
        {
            Break(life.IsOut(life.Now, post.To) ? "15" : "13",
                $"{post} when {row.Key} was no longer so: "
                    + $"{string.Join(", ", then.Select(era => $"{era.What.State} with {era.What.Owner}"))}");
        }
    }

    /// <summary>Law 16.</summary>
    private void OneASlot()
    {
        foreach (IGrouping<(string, string), Post> slot in posts.GroupBy(post => (post.To, post.Slot)).Where(slot => slot.Count() > 1))
        {
            Instant begin = NodaTime.Text.InstantPattern.CreateWithInvariantCulture("uuuuMMddHHmm").Parse(slot.First().Slot)
                .GetValueOrThrow();
            if (!world.MailHealth.IsDisturbed(begin, slot.Max(post => post.First.At)))
            {
                Break("16", $"more than one letter for one person and slot: {string.Join("; ", slot)}");
            }
        }
    }

    private static void Break(string law, string what) => throw new LawBrokenException(law, what);
}
