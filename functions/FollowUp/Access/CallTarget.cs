namespace FollowUp.Access;

/// <summary>
/// Which function is called, and for what: named by the function itself, as it reads its address, so that no two readings differ.
/// </summary>
/// <param name="Function">Its name, as <see cref="AccessRule"/> has it.</param>
/// <param name="Agreement">Null where it is about none.</param>
/// <param name="Item">Null where it is about none, or about the agreement as a whole.</param>
public sealed record CallTarget(string Function, string? Agreement = null, string? Item = null)
{
    /// <summary>Whose own it is; null where it is nobody's.</summary>
    public string? Person { get; init; }
}
