using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Azure.Functions.Worker;

namespace FollowUp.Http;

/// <summary>Every address that a function answers, as its own trigger says it.</summary>
internal static class RouteTable
{
    private static readonly IReadOnlyList<Route> All =
    [
        .. from type in typeof(RouteTable).Assembly.GetTypes()
           from method in type.GetMethods()
           where method.IsDefined(typeof(FunctionAttribute))
           from parameter in method.GetParameters()
           let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
           where trigger is { Methods.Length: > 0, Route: not null }
           select new Route(TemplateParser.Parse(trigger.Route!), [.. trigger.Methods!.Select(name => name.ToUpperInvariant())]),
    ];

    /// <summary>What may be done at an address; nothing where there is none.</summary>
    public static IReadOnlyList<string> MethodsAt(PathString path) =>
    [
        .. All.Where(route => new TemplateMatcher(route.Template, []).TryMatch(path, []))
            .SelectMany(route => route.Methods).Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>How far an address goes along one that is there, and what there is from there on.</summary>
    public static (string Known, IReadOnlyList<string> Next) Nearest(PathString path)
    {
        string[] parts = (path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (int length = parts.Length; length >= 0; length--)
        {
            List<string> next =
            [
                .. All.Where(route => route.Continues(parts.AsSpan(0, length)))
                    .Select(route => route.SegmentAt(length)).Distinct().Order(StringComparer.Ordinal),
            ];
            if (next.Count > 0)
            {
                return ($"/{string.Join('/', parts[..length])}", next);
            }
        }

        return ("/", []);
    }

    private sealed record Route(RouteTemplate Template, IReadOnlyList<string> Methods)
    {
        /// <summary>Whether it begins with these parts, and has more.</summary>
        public bool Continues(ReadOnlySpan<string> parts)
        {
            if (Template.Segments.Count <= parts.Length)
            {
                return false;
            }

            for (int n = 0; n < parts.Length; n++)
            {
                TemplatePart part = Template.Segments[n].Parts[0];
                if (!part.IsParameter && !string.Equals(part.Text, parts[n], StringComparison.OrdinalIgnoreCase))
                {
                    return false;
                }
            }

            return true;
        }

        public string SegmentAt(int at) =>
            Template.Segments[at].Parts[0] is { IsParameter: true } open ? $"{{{open.Name}}}" : Template.Segments[at].Parts[0].Text!;
    }
}
