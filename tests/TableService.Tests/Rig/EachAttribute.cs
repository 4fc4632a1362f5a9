using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace FollowUp.TableService.Tests.Rig;

/// <summary>The test holds for each of the services: in memory, in a file, and the emulator; with these further arguments.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class EachAttribute(params object?[] more) : DataAttribute
{
    public object?[] More => more;

    public override bool SupportsDiscoveryEnumeration() => true;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Enum.GetValues<Kind>().Select(kind => new TheoryDataRow([kind, .. more]))]);
}
