using Mono.Cecil;
using Mono.Cecil.Cil;

namespace FollowUp.Tests.Style.Rig;

/// <summary>
/// How many lines a method has between its braces, both counted; written by hand, and no constructor, which would count its fields' tables.
/// </summary>
public sealed record MethodSpan(string Name, int Lines)
{
    /// <summary>Null where nobody wrote it. The body of an asynchronous one is where the compiler puts it.</summary>
    public static MethodSpan? Of(MethodDefinition method)
    {
        SequencePoint[] points = method.HasBody ? [.. method.DebugInformation.SequencePoints.Where(point => !point.IsHidden)] : [];
        return points.Length == 0 || method.IsConstructor || points[0].Document.Url.EndsWith(".g.cs", StringComparison.Ordinal)
            ? null
            : new(method.FullName, points.Max(point => point.EndLine) - points.Min(point => point.StartLine) + 1);
    }
}
