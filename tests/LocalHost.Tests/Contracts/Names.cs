using System.Globalization;
using System.Reflection;

namespace FollowUp.LocalHost.Tests.Contracts;

/// <summary>Names of types, parameters and values as the contract files write them.</summary>
static class Names
{
    public static string Of(Type type) => type switch
    {
        { IsByRef: true } => Of(type.GetElementType()!),
        { IsArray: true } => Of(type.GetElementType()!) + "[]",
        { IsGenericParameter: true } => type.Name,
        { IsNested: true } => $"{Of(type.DeclaringType!)}.{Plain(type)}",
        _ => $"{type.Namespace}.{Plain(type)}{Of(type.GetGenericArguments())}",
    };

    public static string Of(Type[] arguments) => arguments.Length == 0 ? "" : $"<{string.Join(",", arguments.Select(Of))}>";

    public static string Of(ParameterInfo[] parameters) => string.Join(", ", parameters.Select(Of));

    public static string OfValue(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool truth => truth ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    static string Of(ParameterInfo parameter)
    {
        string direction = parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? "ref " : "";
        string list = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";
        return $"{direction}{list}{Of(parameter.ParameterType)} {parameter.Name}{Default(parameter)}";
    }

    static string Default(ParameterInfo parameter) => parameter switch
    {
        { HasDefaultValue: false } => "",
        { ParameterType.IsValueType: true, DefaultValue: null } => " = default",
        _ => $" = {OfValue(parameter.DefaultValue)}",
    };

    static string Plain(Type type) => type.Name.Split('`')[0];
}
