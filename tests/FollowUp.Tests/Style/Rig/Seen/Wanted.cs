namespace FollowUp.Tests.Style.Rig.Seen;

/// <summary>
/// What <see cref="Sight.Wanting"/> needs, once in every way in which code can need something. It looks back from within a body.
/// </summary>
public interface IWanted;

public class Wanted : Exception;

public sealed class WantedByField;

public sealed class WantedAsArgument;

public sealed class WantedAsResult;

public sealed class WantedInList;

public sealed class WantedInBody
{
    public static int Number => Sight.Wanting.Count;
}

public sealed class WantedInWaiting;

public sealed class WantedInLambda;

public sealed class WantedToCatch : Exception;

public sealed class WantedByAttribute;

public sealed class WantedForMethod;

[AttributeUsage(AttributeTargets.Class)]
public sealed class WantedAttribute(Type type) : Attribute
{
    public Type Type { get; } = type;
}
