using FollowUp.Start;

namespace FollowUp.Lives;

/// <summary>The lives that every host must lead to the same end: the sample, and five that are short.</summary>
public static class Stories
{
    /// <summary>Six items, all kinds of acts, 2019 to 2020.</summary>
    public static Life Sample => Life.Read("2019-11-21-beijing", Path.Combine(Root.Folder, "samples"));

    /// <summary>An extension is asked for and granted, and the new day is missed too.</summary>
    public static Life Extension => Story("extension");

    /// <summary>The clock stops for the other side, and runs on.</summary>
    public static Life Waiting => Story("waiting");

    /// <summary>The item passes to another owner, who signs late; the one before may not report it any more.</summary>
    public static Life HandOver => Story("hand-over");

    /// <summary>Reported, sent back, reported again, confirmed late.</summary>
    public static Life Return => Story("return");

    /// <summary>No host for three weeks, in which two items come due.</summary>
    public static Life Outage => Story("outage");

    public static IReadOnlyList<Life> All => [Sample, Extension, Waiting, HandOver, Return, Outage];

    /// <param name="name">As <see cref="Life.Name"/> says.</param>
    public static Life Named(string name) => All.Single(life => life.Name == name);

    private static Life Story(string name) => Life.Read(name, Path.Combine(Root.Folder, "tests", "Lives", "Stories"));
}
