namespace FollowUp.Storage;

/// <summary>Some of a longer list, and where it goes on; null where it ends.</summary>
public sealed record Page<T>(IReadOnlyList<T> Members, string? Next)
{
    public Page<TOther> Select<TOther>(Func<T, TOther> map) => new([.. Members.Select(map)], Next);
}
