using NodaTime;

namespace FollowUp.Simulation.Scripts;

/// <summary>What may go wrong, how long and where.</summary>
public sealed class Worries(Random random, Cast cast)
{
    public Trouble One(Instant at)
    {
        string kind = random.One(
            "kill-before", "kill-after", "kill-after", "kill-before", "kill", "lost", "late", "busy", "busy-obeyed", "outage", "outage",
            "hub lost", "instances lost", "instance terminated",
            "clock stuck", "nudged twice", "clock back", "clock ahead", "stall", "second host", "second host", "mail delayed", "mail mute",
            "mail refused", "killed in the mail", "address");
        return kind switch
        {
            "kill-before" or "kill-after" =>
                new(at, kind, Short(), random.Next(0, 60), random.One("any", "commit", "commit", "index", "hub", "read")),
            "lost" or "late" => new(at, kind, default, random.Next(0, 20), random.One("commit", "commit", "index", "hub")),
            "busy" or "busy-obeyed" => new(at, kind, default, random.Next(0, 40), random.One("any", "commit", "index", "hub", "read")),
            "kill" => new(at, kind, Short()),
            "outage" or "hub lost" =>
                new(at, kind, random.Is(0.5) ? Duration.FromMinutes(random.Next(1, 600)) : Duration.FromHours(random.Next(10, 22 * 24))),
            "clock stuck" => new(at, kind, Duration.FromMinutes(random.Next(1, 3_000)), random.Next(1_000)),
            "clock back" => new(at, kind, Duration.FromHours(1)),
            "clock ahead" => new(at, kind, random.Is(0.5) ? Duration.FromHours(1) : Duration.FromDays(3)),
            "second host" => new(at, kind, Duration.FromMinutes(random.Next(2, 20_000))),
            "stall" => new(at, kind, Duration.FromMinutes(random.Next(1, 300))),
            "mail delayed" => new(at, kind, Duration.FromMinutes(random.Next(1, 900))),
            "mail mute" => new(at, kind, Duration.FromHours(10), random.Next(1, 4)),
            "mail refused" => new(at, kind, Duration.FromDays(random.Next(1, 20)), 0, random.One(cast.People).Id),
            "address" => Address(at),
            "killed in the mail" => new(at, kind, Short(), 0, random.One("mail before", "mail after")),
            _ => new(at, kind, default, random.Next(1_000)),
        };
    }

    /// <summary>Somebody's becomes one that letters do not reach, and is corrected later.</summary>
    public Trouble Address(Instant at) =>
        new(at, "address", Duration.FromMinutes(random.Is(0.3) ? random.Next(1, 600) : random.Next(600, 15 * 1_440)), random.Next(3),
            random.One(cast.People).Id);

    private Duration Short() => random.Is(0.7) ? Duration.FromSeconds(31) : Duration.FromMinutes(random.Next(1, 3_000));
}
