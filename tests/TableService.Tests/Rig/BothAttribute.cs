using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace FollowUp.TableService.Tests.Rig;

/// <summary>The test holds for the service in memory and for the emulator, with these further arguments.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class BothAttribute(params object?[] more) : DataAttribute
{
    public object?[] More => more;

    public override bool SupportsDiscoveryEnumeration() => true;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([new TheoryDataRow([Kind.Memory, .. more]), new TheoryDataRow([Kind.Azurite, .. more])]);
}
