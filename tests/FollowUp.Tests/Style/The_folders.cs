using FollowUp.Items;
using FollowUp.LocalHost.Hosting;
using FollowUp.Tests.Style.Rig;
using FollowUp.Tests.Style.Rig.Sight;

namespace FollowUp.Tests.Style;

/// <summary>
/// Which folder needs which, read from the compiled code: no circle anywhere, and the arrows of the app point one way. A folder is a
/// namespace; the one that puts the app together, <c>FollowUp</c> itself, may know all.
/// </summary>
public sealed class The_folders
{
    /// <summary>Arrows without which there is no circle. May only get fewer: <see cref="have_no_more_circles_than_are_known"/>.</summary>
    private static readonly string[] Known = [];

    /// <summary>Of the app's folders; the rules in Core are open to each.</summary>
    private static readonly Dictionary<string, string[]> May = new()
    {
        ["Board"] = ["Access", "Delivery", "Http"],
        ["Http"] = ["Access", "Delivery", "Delivery.Languages", "Delivery.Webhooks", "Http.Responses", "Operations",
            "Operations.Bulk", "Operations.Changes", "Operations.Erasures", "Operations.Lists", "Operations.Sheets",
            "Operations.Successions", "Operations.Watching", "Parsing", "Parsing.CalendarFiles", "Parsing.Files", "Parsing.Sheets",
            "Printing", "Scheduling", "Storage"],
        ["Http.Responses"] = ["Access", "Operations", "Operations.Bulk", "Operations.Changes", "Operations.Erasures", "Operations.Lists",
            "Operations.Sheets", "Operations.Successions", "Parsing", "Parsing.CalendarFiles", "Parsing.Sheets", "Storage"],
        ["Access"] = ["Operations", "Parsing", "Storage"],
        ["Operations.Bulk"] = ["Operations", "Parsing", "Storage"],
        ["Operations.Changes"] = ["Concurrency", "Delivery", "Delivery.Webhooks", "Operations", "Operations.Lists", "Parsing",
            "Storage"],
        ["Operations.Erasures"] = ["Operations", "Storage"],
        ["Operations.Lists"] = ["Operations", "Storage"],
        ["Operations.Sheets"] = ["Concurrency", "Operations", "Parsing", "Parsing.Sheets", "Printing", "Scheduling", "Storage"],
        ["Operations.Successions"] = ["Operations", "Operations.Bulk", "Parsing", "Scheduling", "Storage"],
        ["Operations.Watching"] = ["Delivery", "Operations", "Storage"],
        ["Orchestrations"] = ["Concurrency", "Delivery", "Operations", "Operations.Changes", "Operations.Successions",
            "Operations.Watching", "Scheduling", "Storage"],
        ["Operations"] = ["Concurrency", "Delivery", "Parsing", "Scheduling", "Storage"],
        ["Printing"] = ["Delivery", "Delivery.Languages"],
        ["Parsing.CalendarFiles"] = ["Parsing"],
        ["Parsing.Files"] = ["Parsing"],
        ["Parsing.Sheets"] = ["Parsing"],
        ["Parsing"] = ["Delivery.Languages"],
        ["Scheduling"] = [],
        ["Delivery"] = ["Delivery.Languages", "Storage"],
        ["Delivery.Languages"] = [],
        ["Delivery.Webhooks"] = ["Delivery.Languages"],
        ["Storage.Moving"] = ["Storage"],
        ["Storage"] = ["Concurrency"],
        ["Concurrency"] = [],
    };

    private static readonly CompiledCode Core = new(typeof(AgreedItem));
    private static readonly CompiledCode App = new(typeof(FollowUpServices));
    private static readonly CompiledCode Host = new(typeof(LocalHostBuilder));

    public static TheoryData<string> AppFolders => [.. May.Keys];

    [Fact]
    public void have_no_circle_but_those_that_are_known()
    {
        IReadOnlyList<Arrow> circle = Cycles.Within(All().Where(arrow => !Known.Contains(arrow.ToString())));
        circle.Should().BeEmpty("of these arrows one is too many:\n{0}\n", Cycles.Told(circle));
    }

    [Fact]
    public void have_no_more_circles_than_are_known() =>
        Known.Should().BeSubsetOf(
            Cycles.Within(All()).Select(arrow => arrow.ToString()), "whatever makes no circle any more leaves the list");

    [Theory]
    [MemberData(nameof(AppFolders))]
    public void need_only_what_lies_further_in(string folder)
    {
        HashSet<string> others = [.. May.Keys.Except(May[folder]).Where(other => other != folder).Select(Named)];
        Out(App, Named(folder)).Where(arrow => others.Contains(arrow.ToFolder)).Select(arrow => arrow.ToString()).Should().BeEmpty();
    }

    [Fact]
    public void of_the_app_are_all_in_the_table() =>
        Folders(App).Should().BeEquivalentTo(May.Keys.Select(Named));

    [Fact]
    public void of_the_rules_need_nothing_that_reads_or_waits_or_asks_the_time()
    {
        Core.References.Should().OnlyContain(name => name.StartsWith("System.", StringComparison.Ordinal)
            || name == "NodaTime" || name == "NodaTime.Serialization.SystemTextJson" || name == "MimeKit" || name == "Ical.Net");
        Core.References.Should().NotContain(name => name.StartsWith("System.Net", StringComparison.Ordinal)
            || name.StartsWith("System.IO", StringComparison.Ordinal) || name.StartsWith("System.Threading", StringComparison.Ordinal));
        Core.Arrows.Should().NotContain(
            arrow => arrow.To == "System.TimeProvider" || arrow.To.StartsWith("System.Threading.Tasks.", StringComparison.Ordinal)
            || (arrow.ToFolder == "System.IO" && arrow.To != "System.IO.Stream"),
            "official calendars are read from the assembly, and nothing else is");
    }

    [Fact]
    public void of_the_app_know_no_host() =>
        Core.References.Concat(App.References).Should().NotContain(name => name.Contains("LocalHost", StringComparison.Ordinal));

    [Fact]
    public void of_the_local_engine_know_no_wire() =>
        Out(Host, "FollowUp.LocalHost.Engine")
            .Should().NotContain(arrow => arrow.ToFolder.StartsWith("System.Net.Http", StringComparison.Ordinal)
            || arrow.ToFolder.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            || arrow.ToFolder == "FollowUp.LocalHost.Hosting");

    [Fact]
    public void have_methods_of_at_most_25_lines_but_for_one_in_fifty()
    {
        MethodSpan[] methods = [.. Core.Methods, .. App.Methods];
        MethodSpan[] tooLong = [.. methods.Where(method => method.Lines > 25)];
        methods.Should().HaveCountGreaterThan(1000);
        tooLong.Length.Should().BeLessThan(
            methods.Length / 50, "these are longer:\n{0}\n", string.Join('\n', tooLong.Select(method => method.ToString())));
    }

    /// <summary>A type for each way in which code can need another; they make a circle, as one of them looks back.</summary>
    [Fact]
    public void that_need_each_other_in_whatever_way_are_seen()
    {
        string[] sample = ["FollowUp.Tests.Style.Rig.Sight", "FollowUp.Tests.Style.Rig.Seen"];
        Arrow[] made =
        [
            .. new CompiledCode(typeof(Wanting)).Arrows
                .Where(arrow => sample.Contains(arrow.FromFolder) && sample.Contains(arrow.ToFolder)),
        ];
        IReadOnlyList<Arrow> circle = Cycles.Within(made);

        made.Where(arrow => arrow.FromFolder == sample[0]).Select(arrow => arrow.To).Should().BeEquivalentTo(
            typeof(Wanting).Assembly.GetTypes().Where(type => type.Namespace == sample[1]).Select(type => type.FullName));
        circle.Should().HaveCount(made.Count(arrow => arrow.LeavesItsFolder));
        Cycles.Told(circle).Should().Contain("FollowUp.Tests.Style.Rig.Seen.WantedInBody → FollowUp.Tests.Style.Rig.Sight.Wanting");
    }

    private static string Named(string folder) => $"FollowUp.{folder}";

    private static IEnumerable<Arrow> All() =>
        Core.Arrows.Concat(App.Arrows).Where(arrow => IsOurs(arrow.FromFolder) && IsOurs(arrow.ToFolder));

    private static bool IsOurs(string folder) => folder.StartsWith("FollowUp.", StringComparison.Ordinal);

    private static IEnumerable<Arrow> Out(CompiledCode code, string folder) => code.Arrows.Where(arrow => arrow.FromFolder == folder);

    private static IEnumerable<string> Folders(CompiledCode code) => code.Arrows.Select(arrow => arrow.FromFolder).Where(IsOurs).Distinct();
}
