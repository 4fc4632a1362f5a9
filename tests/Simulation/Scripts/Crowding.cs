namespace FollowUp.Simulation.Scripts;

/// <summary>
/// How many a world has for its parts. In some there are so few that owners are levels above themselves, substitutes of those who
/// judge them, and their own issuers, and that most are away at one time or another.
/// </summary>
public sealed class Crowding
{
    private readonly Random random;
    private readonly bool isCrowded;

    public Crowding(Random random)
    {
        this.random = random;
        isCrowded = random.Is(0.35);
        People = isCrowded ? random.Next(3, 6) : random.Next(6, 15);
    }

    public int People { get; }

    /// <summary>How likely somebody is away at all.</summary>
    public double Absence => isCrowded ? 0.7 : 0.3;

    /// <summary>Mostly different people; now and then somebody stands in it twice.</summary>
    public string[] Chain(IReadOnlyList<string> ids)
    {
        int levels = random.Next(0, 4);
        return random.Is(isCrowded ? 0.4 : 0.05)
            ? [.. Enumerable.Range(0, levels).Select(_ => random.One(ids))]
            : [.. ids.OrderBy(_ => random.Next()).Take(levels)];
    }
}
