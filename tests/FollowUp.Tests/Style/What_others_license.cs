using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace FollowUp.Tests.Style;

/// <summary>
/// Every package that is restored, and every package that those need, comes under a licence that lets an office use and pass on the whole:
/// read from what the package itself says.
/// </summary>
public sealed partial class What_others_license
{
    /// <summary>Of parts of .NET that were packages once: no open licence, but they may be passed on with what is made with them.</summary>
    private const string OfLibraries = "Microsoft .NET Library";

    private static readonly string[] Permissive =
    [
        "MIT", "MIT-0", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "ISC", "MS-PL", "PostgreSQL", "BlueOak-1.0.0", "CC0-1.0",
        "Unlicense", "CC-BY-4.0", "Python-2.0",
    ];

    /// <summary>That one, and what tools have that look at pages in tests and are passed on to nobody.</summary>
    private static readonly string[] AlsoTaken = [OfLibraries, "MPL-2.0"];

    /// <summary>Packages that name no licence by its short name, but bring or link one that was read.</summary>
    private static readonly Dictionary<string, string> Links = new(StringComparer.OrdinalIgnoreCase)
    {
        ["http://geraintluff.github.io/tv4/LICENSE.txt"] = "MIT",
        ["http://go.microsoft.com/fwlink/?LinkID=261272"] = "MIT",
        ["http://go.microsoft.com/fwlink/?LinkId=329770"] = OfLibraries,
        ["http://www.apache.org/licenses/LICENSE-2.0"] = "Apache-2.0",
        ["https://github.com/Azure/azure-storage-net/blob/master/LICENSE.txt"] = "Apache-2.0",
        ["https://github.com/dotnet/corefx/blob/master/LICENSE.TXT"] = "MIT",
        ["https://go.microsoft.com/fwlink/?linkid=2028464"] = "MIT",
        ["https://raw.github.com/JamesNK/Newtonsoft.Json.Bson/master/LICENSE.md"] = "MIT",
        ["https://raw.githubusercontent.com/aspnet/AspNetCore/2.0.0/LICENSE.txt"] = "Apache-2.0",
        ["https://raw.githubusercontent.com/aspnet/Home/2.0.0/LICENSE.txt"] = "Apache-2.0",
    };

    private static string Objects => Path.Combine(Repository.Root, "artifacts", "obj");

    [Fact]
    public void of_NuGet_is_permissive()
    {
        Dictionary<string, string> packages = [];
        foreach (string assets in Directory.EnumerateFiles(Objects, "project.assets.json", SearchOption.AllDirectories))
        {
            JsonNode project = JsonNode.Parse(File.ReadAllText(assets))!;
            string[] folders = [.. project["packageFolders"]!.AsObject().Select(folder => folder.Key)];
            foreach ((string name, JsonNode? library) in project["libraries"]!.AsObject()
                .Where(one => (string?)one.Value!["type"] == "package"))
            {
                _ = packages.TryAdd(name, Licence(folders, (string)library!["path"]!));
            }
        }

        packages.Should().HaveCountGreaterThan(50);
        packages.Where(package => !IsPermissive(package.Value)).Select(package => $"{package.Key}: {package.Value}").Should().BeEmpty();
    }

    [Fact]
    public void of_npm_is_permissive()
    {
        string[] locks =
        [
            .. new[] { "functions", "tests" }.SelectMany(top => Directory.EnumerateDirectories(Path.Combine(Repository.Root, top)))
                .Select(folder => Path.Combine(folder, "package-lock.json")).Where(File.Exists),
        ];
        locks.Should().HaveCountGreaterThan(3);
        string[] others =
        [
            .. from file in locks
               from package in JsonNode.Parse(File.ReadAllText(file))!["packages"]!.AsObject()
               where package.Key.Length > 0
               let licence = Of((string?)package.Value!["license"] ?? "none is named")
               where !IsPermissive(licence)
               select $"{Path.GetRelativePath(Repository.Root, file)} {package.Key}: {licence}",
        ];
        others.Should().BeEmpty();
    }

    private static string Licence(string[] folders, string path)
    {
        string folder = folders.Select(root => Path.Combine(root, path)).First(Directory.Exists);
        XElement metadata = XDocument.Load(Directory.EnumerateFiles(folder, "*.nuspec").Single()).Root!.Elements()
            .First(element => element.Name.LocalName == "metadata");
        XElement? licence = metadata.Elements().FirstOrDefault(element => element.Name.LocalName == "license");
        string link = metadata.Elements().FirstOrDefault(element => element.Name.LocalName == "licenseUrl")?.Value ?? "none is named";
        return licence is null ? Of(link)
            : (string?)licence.Attribute("type") == "expression" ? licence.Value
            : Named(File.ReadAllText(Path.Combine(folder, licence.Value.Replace('\\', '/'))));
    }

    /// <summary>A file of a licence, by the words that it is known by.</summary>
    private static string Named(string text) => text switch
    {
        _ when Mit().IsMatch(text) => "MIT",
        _ when text.Contains("MICROSOFT .NET LIBRARY", StringComparison.Ordinal) => OfLibraries,
        _ when text.Contains("Apache License", StringComparison.Ordinal) => "Apache-2.0",
        _ when text.Contains("Redistribution and use in source and binary forms", StringComparison.Ordinal) => "BSD-3-Clause",
        _ => $"a text of its own: {text[..Math.Min(60, text.Length)]}",
    };

    private static string Of(string said) => Links.GetValueOrDefault(said, said);

    private static bool IsPermissive(string expression) => expression.Trim('(', ')').Split(" OR ").Any(choice =>
        choice.Trim('(', ')').Split(" AND ").All(part => Permissive.Contains(part) || AlsoTaken.Contains(part)));

    [GeneratedRegex(@"Permission\s+is\s+hereby\s+granted,\s+free\s+of\s+charge")]
    private static partial Regex Mit();
}
