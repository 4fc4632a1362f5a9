namespace FollowUp.Items;

/// <summary>Who does something with an item, and who acts that day for those of its people who are away.</summary>
public sealed record Actor(string Person, IReadOnlyList<Acting> Acting)
{
    public Actor(string person)
        : this(person, [])
    {
    }

    /// <summary>Whether they are <paramref name="person"/>, or act for them in that role.</summary>
    public bool ActsAs(string role, string person) =>
        Person == person || Acting.Any(one => (one.Role, one.For, one.By) == (role, person, Person));
}
