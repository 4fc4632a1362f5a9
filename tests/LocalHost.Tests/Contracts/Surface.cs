using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace FollowUp.LocalHost.Tests.Contracts;

/// <summary>
/// What code compiled against an assembly may call, one line a type or member, in the notation of the contract files: the
/// member, a bar, and how it is declared.
/// </summary>
static class Surface
{
    const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Of(Type type)
    {
        yield return $"{Names.Of(type)} | {Declaration(type)}";
        IEnumerable<string> members = type switch
        {
            { IsEnum: true } => type.GetFields(BindingFlags.Public | BindingFlags.Static)
                .Select(field => $"{Names.Of(type)}.{field.Name} | = {Convert.ToInt64(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}"),
            _ when IsDelegate(type) => [Invoke(type)],
            _ => [.. Constructors(type), .. Methods(type), .. Properties(type), .. Fields(type)],
        };
        foreach (string member in members)
        {
            yield return member;
        }
    }

    static string Declaration(Type type)
    {
        string kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => "struct",
            _ when IsDelegate(type) => "delegate",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        string[] bases = type.IsEnum || IsDelegate(type) ? [] : [.. Base(type), .. Interfaces(type)];
        return bases.Length == 0 ? kind : $"{kind} : {string.Join(", ", bases)}";
    }

    static IEnumerable<string> Base(Type type) =>
        type.BaseType is { } parent && parent != typeof(object) && !type.IsValueType ? [Names.Of(parent)] : [];

    static IEnumerable<string> Interfaces(Type type)
    {
        Type[] all = type.GetInterfaces();
        return all
            .Except(type.BaseType?.GetInterfaces() ?? [])
            .Except(all.SelectMany(one => one.GetInterfaces()))
            .Where(one => one.IsPublic)
            .Select(Names.Of)
            .Order(StringComparer.Ordinal);
    }

    static string Invoke(Type type)
    {
        MethodInfo invoke = type.GetMethod("Invoke")!;
        return $"{Names.Of(type)}.Invoke({Names.Of(invoke.GetParameters())}) | {Names.Of(invoke.ReturnType)}";
    }

    static IEnumerable<string> Constructors(Type type) => type.GetConstructors(Declared)
        .Where(one => IsVisible(one) && !one.IsStatic)
        .Select(one => $"{Names.Of(type)}.ctor({Names.Of(one.GetParameters())}) | {Access(one)}");

    static IEnumerable<string> Methods(Type type) => type.GetMethods(Declared)
        .Where(one => IsVisible(one) && (!one.IsSpecialName || one.Name.StartsWith("op_", StringComparison.Ordinal)))
        .Where(one => !one.IsDefined(typeof(CompilerGeneratedAttribute)) || (one.Name[0] != '<' && one.Name != "PrintMembers"))
        .Select(one => $"{Names.Of(type)}.{one.Name}{Names.Of(one.GetGenericArguments())}({Receiver(one)}{Names.Of(one.GetParameters())}) | {Modifiers(one)} {Names.Of(one.ReturnType)}");

    static IEnumerable<string> Properties(Type type)
    {
        foreach (PropertyInfo property in type.GetProperties(Declared))
        {
            MethodInfo[] accessors = [.. new[] { property.GetMethod, property.SetMethod }.OfType<MethodInfo>().Where(IsVisible)];
            if (accessors.Length > 0)
            {
                string parts = string.Concat(accessors.Select(accessor => Accessor(accessor, property)));
                yield return $"{Names.Of(type)}.{property.Name} | {Modifiers(accessors[0])} {Names.Of(property.PropertyType)} {{ {parts}}}";
            }
        }
    }

    static string Accessor(MethodInfo accessor, PropertyInfo property)
    {
        bool isInit = accessor.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
        string word = accessor == property.GetMethod ? "get" : isInit ? "init" : "set";
        return accessor.IsPublic ? $"{word}; " : $"protected {word}; ";
    }

    static IEnumerable<string> Fields(Type type) => type.GetFields(Declared)
        .Where(field => field.IsPublic || field.IsFamily)
        .Select(field =>
        {
            string kind = field.IsLiteral ? " const" : field.IsStatic ? " static" : "";
            string value = field.IsLiteral ? $" = {Names.OfValue(field.GetRawConstantValue())}" : "";
            return $"{Names.Of(type)}.{field.Name} | {(field.IsPublic ? "public" : "protected")}{kind}{(field.IsInitOnly ? " readonly" : "")} {Names.Of(field.FieldType)}{value}";
        });

    static string Receiver(MethodInfo method) => method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";

    static string Modifiers(MethodInfo method)
    {
        bool isOfInterface = method.DeclaringType!.IsInterface;
        string kind = method switch
        {
            _ when isOfInterface => "",
            { IsAbstract: true } => " abstract",
            { IsVirtual: true, IsFinal: false } => method.GetBaseDefinition() == method ? " virtual" : " override",
            _ => "",
        };
        return $"{Access(method)}{(method.IsStatic ? " static" : "")}{kind}";
    }

    static string Access(MethodBase method) => method.IsPublic ? "public" : "protected";

    static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    static bool IsDelegate(Type type) => typeof(Delegate).IsAssignableFrom(type);
}
