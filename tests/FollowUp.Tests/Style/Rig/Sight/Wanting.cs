using FollowUp.Tests.Style.Rig.Seen;

namespace FollowUp.Tests.Style.Rig.Sight;

/// <summary>Needs every type of <see cref="Seen"/>, each in its own way.</summary>
[Wanted(typeof(WantedByAttribute))]
public sealed class Wanting : Wanted, IWanted
{
    public static int Count => 1;

    internal WantedByField? Field { get; init; }

    internal List<WantedInList>? Listed { get; init; }

    public static WantedAsResult? Take(WantedAsArgument? argument) => argument is null ? null : new();

    public static bool Look() => WantedInBody.Number > 0 && Enumerable.Empty<WantedForMethod>().Any();

    public static async Task<bool> Wait()
    {
        await Task.Yield();
        Func<object> made = () => new WantedInLambda();
        return made() is WantedInWaiting;
    }

    public static bool Catch(Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (WantedToCatch)
        {
            return false;
        }
    }
}
