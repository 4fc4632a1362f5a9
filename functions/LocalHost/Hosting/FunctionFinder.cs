using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace FollowUp.LocalHost.Hosting;

/// <summary>Finds the functions of an app by reflection.</summary>
internal static class FunctionFinder
{
    private const BindingFlags AnyPublic = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <exception cref="FunctionCannotBeBoundException">Two functions have one name, or one has no trigger.</exception>
    public static IReadOnlyList<FunctionMethod> Find(LocalHostOptions options)
    {
        List<FunctionMethod> functions = [.. TypesOf(options)
            .SelectMany(type => type.GetMethods(AnyPublic))
            .Select(method => (Method: method, Attribute: method.GetCustomAttribute<FunctionAttribute>()))
            .Where(found => found.Attribute is not null)
            .Select(found => new FunctionMethod(found.Attribute!.Name, found.Method))];

        IGrouping<string, FunctionMethod>? duplicates = functions
            .GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(group => group.Count() > 1);
        return duplicates is null ? functions : throw new FunctionCannotBeBoundException(
            duplicates.Key, $"{string.Join(" and ", duplicates.Select(function => function.Definition.EntryPoint))} both have this name.");
    }

    private static IEnumerable<Type> TypesOf(LocalHostOptions options) => options.OnlyTypes ?? (IEnumerable<Type>)
        (options.Functions ?? Assembly.GetEntryAssembly() ?? throw new InvalidOperationException("No assembly to find functions in."))
        .GetTypes();
}
