using Microsoft.DurableTask;

namespace FollowUp.LocalHost.Tests.Contracts;

/// <summary>
/// An app that compiles against LocalHost must compile against Microsoft's own packages. Those are not on the registry that
/// this project's machines reach, so their public signatures lie here as data.
/// </summary>
public sealed class What_LocalHost_declares
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Contracts");

    static readonly Type[] Declared =
        [.. typeof(TaskName).Assembly.GetExportedTypes().Where(type => type.Namespace!.StartsWith("Microsoft.", StringComparison.Ordinal))];

    [Fact]
    public void in_Microsofts_namespaces_is_what_Microsoft_declares_there()
    {
        HashSet<string> contract = [.. Directory.GetFiles(Folder, "*.txt").SelectMany(File.ReadLines)];

        Declared.SelectMany(Surface.Of).Where(member => !contract.Contains(member)).Should().BeEmpty();
    }

    [Fact]
    public void is_enough_to_be_worth_the_comparison() => Declared.SelectMany(Surface.Of).Should().HaveCountGreaterThan(350);

    [Fact]
    public void is_told_apart_from_what_differs_in_any_way()
    {
        HashSet<string> contract = [.. Directory.GetFiles(Folder, "*.txt").SelectMany(File.ReadLines)];

        Surface.Of(typeof(Odd.TaskVersion)).Should().NotIntersectWith(contract);
    }

    public static class Odd
    {
        // Like the real one, but a class, and one that renames its parameter.
        public sealed class TaskVersion(string versionText)
        {
            public string Version { get; set; } = versionText;
        }
    }
}
