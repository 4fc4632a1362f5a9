using System.Security.Cryptography;
using System.Text;
using FollowUp.CommandLine.Commands;
using FollowUp.CommandLine.Tests.Rig;
using FollowUp.Journal;
using FollowUp.Proof;
using NodaTime;

namespace FollowUp.CommandLine.Tests.Commands;

/// <summary>Tests <see cref="VerifyCommand"/>: sound or not, by the file alone (law 19).</summary>
public sealed class A_verification
{
    private const string Document = "The lists, as they were exchanged.";

    private static readonly string Checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Document)));

    private static readonly IReadOnlyList<Entry> Entries = Chain.Empty.Append("talks", Instant.FromUtc(2026, 11, 20, 8, 0),
    [
        new("registered", "lists", "chen", "Exchange the lists"),
        new("signed", "lists", "wang", null),
        new("reported", "lists", "wang", $"LISTS-1, SHA-256 {Checksum}"),
    ]);

    private static readonly string Proof = Encoding.UTF8.GetString(ProofFile.Write(new(
        new("talks", "minutes", new(2026, 11, 20), new() { En = "Working meeting" }, [], "chen"), new(3, Entries[^1].Hash),
        [new("lists", new() { En = "Exchange the lists" })], [new("chen", "Chen", "Asia/Shanghai"), new("wang", "Wang", "Asia/Shanghai")],
        Entries, [])).Span);

    private readonly Prompt prompt = new();
    private readonly string sound = Samples.Write("proof.json", Proof);

    [Fact]
    public async Task of_a_file_as_it_was_written_says_its_end()
    {
        Said said = await prompt.Run("verify", sound);
        said.Code.Should().Be(ExitCode.Done, said.Out);
        said.Out.Should().Be($"Sound: talks, 3 entries, 0 notices. Its end, to be noted down: 3:{Entries[^1].Hash}\n");
        (await prompt.Run("verify", sound, "--head", $"3:{Entries[^1].Hash}")).Code.Should().Be(ExitCode.Done);
        Said earlier = await prompt.Run("verify", sound, "--head", $"2:{Entries[1].Hash}", "--json");
        earlier.Json["head"]!["seq"]!.GetValue<int>().Should().Be(3);
    }

    [Fact]
    public async Task of_a_changed_file_names_what_was_changed()
    {
        string forged = Proof.Replace("\"by\":\"wang\"", "\"by\":\"chen\"", StringComparison.Ordinal);
        Said said = await prompt.Run("verify", Samples.Write("forged.json", forged));
        said.Code.Should().Be(ExitCode.Unsound);
        said.Out.Should().Contain("entry 2").And.EndWith("Not sound: it is not as it was written.\n");
    }

    [Fact]
    public async Task of_what_is_no_proof_is_not_sound() =>
        (await prompt.Run("verify", Samples.Small)).Code.Should().Be(ExitCode.Unsound);

    [Fact]
    public async Task against_another_head_is_not_sound() =>
        (await prompt.Run("verify", sound, "--head", $"3:{new string('0', 64)}")).Code.Should().Be(ExitCode.Unsound);

    [Fact]
    public async Task finds_a_document_by_its_checksum()
    {
        Said found = await prompt.Run("verify", sound, "--evidence", Samples.Write("lists.txt", Document));
        found.Out.Should().Contain("lists.txt is in entry 3");
        (await prompt.Run("verify", sound, "--evidence", Samples.Write("lists.txt", Document + " "))).Code.Should().Be(ExitCode.Unsound);
    }

    [Theory]
    [InlineData("12")]
    [InlineData("x:abc")]
    public async Task needs_a_head_that_can_be_one(string head) =>
        (await prompt.Run("verify", sound, "--head", head)).Code.Should().Be(ExitCode.Usage);
}
