namespace FollowUp.Items;

/// <summary>Who does something, and for whom they stand in today.</summary>
/// <param name="StandsInFor">People who are absent and whose substitute this is.</param>
public sealed record Actor(string Person, IReadOnlyList<string> StandsInFor)
{
    public Actor(string person)
        : this(person, [])
    {
    }

    public bool Is(string person) => Person == person || StandsInFor.Contains(person);
}
