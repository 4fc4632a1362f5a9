using System.Net;
using FollowUp.Start;
using FollowUp.Tests.Start.Rig;

namespace FollowUp.Tests.Start;

/// <summary>
/// A path on which nothing is but what each test puts there: no Node, or one that is too old. Tests <see cref="Node"/> and
/// <see cref="NodeMissingException"/>.
/// </summary>
public sealed class A_machine_without_Node : IDisposable
{
    private const string InAFile = "the tables are kept in a file instead of Azurite (--store sqlite).";

    private readonly string folder = Directory.CreateTempSubdirectory("followup-node-").FullName;

    public A_machine_without_Node() => _ = Directory.CreateDirectory(Path.Combine(folder, "bin"));

    private string Data => Path.Combine(folder, "data");

    [Fact]
    public async Task Keeps_its_tables_in_a_file()
    {
        using StartedProgram program = Start("--data", Data, "--port", StartedProgram.FreePort(), "--no-sample");
        string board = await program.Serves();

        using HttpClient http = new() { BaseAddress = new(board) };
        using HttpResponseMessage answer = await http.GetAsync("/api/agreements", TestContext.Current.CancellationToken);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        Unfolded(program).Should().StartWith($"Node is missing: {InAFile}");
        File.Exists(Path.Combine(Data, "followup.db")).Should().BeTrue();
    }

    [Fact]
    public async Task Keeps_those_of_a_demo_in_a_file()
    {
        using StartedProgram program = Start("--demo", "--until", "2019-11-22T00:00:00+08:00", "--data", Data);

        (await program.Ends()).Should().Be(0, program.All);
        Unfolded(program).Should().StartWith($"Node is missing: {InAFile}");
        Directory.GetFiles(Path.Combine(Data, "letters"), "*.eml").Should().NotBeEmpty();
    }

    [Fact]
    public async Task Takes_an_old_Node_for_none()
    {
        Program("node", "echo v18.20.4");
        using StartedProgram program = Start("--data", Data, "--port", StartedProgram.FreePort(), "--no-sample");
        _ = await program.Serves();

        Unfolded(program).Should().StartWith($"Node v18.20.4 is older than 20: {InAFile}");
    }

    [Theory]
    [InlineData("--store", "azurite")]
    [InlineData("--demo", "--store", "azurite")]
    public async Task Refuses_to_run_Azurite(params string[] arguments)
    {
        using StartedProgram program = Start([.. arguments, "--data", Data]);

        (await program.Ends()).Should().Be(2);
        Unfolded(program).Should().Be("Node is missing. Install Node 20 or newer with npm, or keep the tables in a file: --store sqlite.");
        Directory.Exists(Data).Should().BeFalse();
    }

    [Fact]
    public async Task Says_nothing_of_it_where_a_file_was_asked_for()
    {
        using StartedProgram program = Start("--store", "sqlite", "--data", Data, "--port", StartedProgram.FreePort(), "--no-sample");
        _ = await program.Serves();

        program.All.Should().NotContain("Node");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private StartedProgram Start(params string[] arguments) => StartedProgram.Start(arguments, ("PATH", Path.Combine(folder, "bin")));

    /// <summary>Lines are as long as the window is wide.</summary>
    private static string Unfolded(StartedProgram program) =>
        string.Join(' ', program.Said.Select(line => line.Trim()).Where(line => line.Length > 0));

    private void Program(string name, string does)
    {
        // A copy of the script may be run, as it may be; so it stays when something else is in it.
        string file = Path.Combine(folder, "bin", name);
        File.Copy(Path.Combine(Checkout.Folder, "start"), file);
        File.WriteAllText(file, $"#!/bin/sh\n{does}\n");
    }
}
