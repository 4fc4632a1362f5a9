using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;

namespace FollowUp.Tests.Http.Rig;

/// <summary>A function that is called over HTTP, as its own attributes say it.</summary>
public sealed partial record Trigger(string Function, string Route, IReadOnlyList<string> Methods)
{
    public static IReadOnlyList<Trigger> All { get; } =
    [
        .. from type in typeof(FollowUpServices).Assembly.GetTypes()
           from method in type.GetMethods()
           let function = method.GetCustomAttribute<FunctionAttribute>()
           where function is not null
           from parameter in method.GetParameters()
           let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
           where trigger is not null
           select new Trigger(function.Name, trigger.Route!, [.. (trigger.Methods ?? []).Select(name => name.ToUpperInvariant())]),
    ];

    /// <summary>Every method of every route that names its own.</summary>
    public static IEnumerable<(string Method, string Path)> Calls =>
        All.SelectMany(trigger => trigger.Methods.Select(method => (method, trigger.Path)));

    /// <summary>An address of something that <see cref="Office"/> has.</summary>
    public string Path => $"/{Open().Replace(Route, found => found.Groups["name"].Value switch
    {
        "agreement" => "minutes",
        "item" => "protocol",
        "stage" => "draft",
        "number" => "1",
        "path" => "",
        _ when Route.Contains("people", StringComparison.Ordinal) => "law",
        _ when Route.Contains("plans", StringComparison.Ordinal) => "default",
        _ => "CN",
    })}";

    [GeneratedRegex(@"\{\*?(?<name>\w+)\}")]
    private static partial Regex Open();
}
