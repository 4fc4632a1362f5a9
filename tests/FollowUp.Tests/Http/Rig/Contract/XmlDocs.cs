using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace FollowUp.Tests.Http.Rig.Contract;

/// <summary>What the code says of its types and members, as texts in Markdown.</summary>
internal sealed partial class XmlDocs(params Assembly[] assemblies)
{
    private readonly Dictionary<string, XElement> members = assemblies
        .SelectMany(assembly => XDocument.Load(Path.ChangeExtension(assembly.Location, "xml")).Descendants("member"))
        .Where(member => ((string)member.Attribute("name")!)[2..].StartsWith(nameof(FollowUp), StringComparison.Ordinal))
        .ToDictionary(member => (string)member.Attribute("name")!);

    /// <summary>Null where nothing is said.</summary>
    public string? Of(Type type) => Text(Found($"T:{NameOf(type)}")?.Element("summary"));

    /// <summary>That of a property, or of the parameter of its record that it comes from.</summary>
    public string? Of(PropertyInfo property) =>
        Text(Found($"P:{NameOf(property.DeclaringType!)}.{property.Name}")?.Element("summary"))
        ?? Text(Parameter(Found($"T:{NameOf(property.DeclaringType!)}"), property.Name));

    /// <summary>That of a method, or of its class, without the call that it begins with.</summary>
    public string? Of(MethodInfo method)
    {
        string prefix = $"M:{NameOf(method.DeclaringType!)}.{method.Name}";
        XElement? own = members
            .FirstOrDefault(member => member.Key == prefix || member.Key.StartsWith($"{prefix}(", StringComparison.Ordinal)).Value;
        string? text = Text(own?.Element("summary")) ?? Of(method.DeclaringType!);
        string? words = text is null ? null : Call().Replace(text, "");
        return words is { Length: > 0 } ? $"{char.ToUpperInvariant(words[0])}{words[1..]}" : null;
    }

    private static string NameOf(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private XElement? Found(string name) =>
        !members.TryGetValue(name, out XElement? member) ? null
        : member.Element("summary") is null && Inherited(member) is { } other ? other
        : member;

    private XElement? Parameter(XElement? type, string name) =>
        type is null ? null
        : type.Elements("param").FirstOrDefault(one => (string)one.Attribute("name")! == name)
            ?? (Inherited(type) is { } other ? Parameter(other, name) : null);

    private XElement? Inherited(XElement member) =>
        (string?)member.Element("inheritdoc")?.Attribute("cref") is { } of ? members.GetValueOrDefault(of) : null;

    private static string? Text(XElement? element) =>
        element is null ? null : Blanks().Replace(string.Concat(element.Nodes().Select(Word)), " ").Trim();

    private static string Word(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see => $"`{((string)see.Attribute("cref")!).Split('.', ':')[^1]}`",
        XElement { Name.LocalName: "paramref" } of => $"`{Camel((string)of.Attribute("name")!)}`",
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement other => string.Concat(other.Nodes().Select(Word)),
        _ => "",
    };

    private static string Camel(string name) => $"{char.ToLowerInvariant(name[0])}{name[1..]}";

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    /// <summary>A method and a path, which stand above the text anyway.</summary>
    [GeneratedRegex(@"^`(GET|PUT|POST|DELETE)[^`]*`(: )?")]
    private static partial Regex Call();
}
