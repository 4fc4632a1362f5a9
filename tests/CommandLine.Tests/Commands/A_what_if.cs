using FollowUp.CommandLine.Client;
using FollowUp.CommandLine.Commands;
using FollowUp.CommandLine.Tests.Rig;

namespace FollowUp.CommandLine.Tests.Commands;

/// <summary>Tests <see cref="WhatIfCommand"/>, <see cref="HypotheticalFile"/> and <see cref="AbsenceOptions"/>.</summary>
public sealed class A_what_if
{
    [Fact]
    public async Task shows_what_an_absence_or_a_file_would_bring_and_stores_nothing()
    {
        await using Office office = await Office.Open();
        (await office.Run("what-if", Samples.Register)).Out.Should().Contain("2019-11-21-beijing/protocol-1").And.Contain("due/day");
        (await office.Run("list", "--json")).Json["items"]!.AsArray().Should().BeEmpty();
        (await office.Run("import", Samples.Register)).Code.Should().Be(ExitCode.Done);

        Said away = await office.Run(
            "what-if", "--absent", "nia-law", "--from", "2020-05-01", "--to", "2020-06-30", "--substitute", "nia-border");
        away.Code.Should().Be(ExitCode.Done, away.Error);
        away.Out.Should().Contain("2019-11-21-beijing/protocol-1").And.Contain("nia-law absent → nia-border");
        away.Error.Should().StartWith("Nothing was stored.");

        string person = await office.Http.GetStringAsync("/api/people/nia-law", TestContext.Current.CancellationToken);
        person.Should().NotContain("2020-05-01");
        Said same = await office.Run("what-if", Samples.Write("person.json", person), "--json");
        same.Json["changes"]!.AsArray().Should().BeEmpty();
    }

    [Theory]
    [InlineData("""{"people":[]}""", """{"people":[]}""")]
    [InlineData("""{"id":"p","ladders":[]}""", """{"plans":[{"id":"p","ladders":[]}]}""")]
    [InlineData("""{"id":"CN","weekend":[]}""", """{"calendars":[{"id":"CN","weekend":[]}]}""")]
    [InlineData("""{"id":"w","email":"w@x.example"}""", """{"people":[{"id":"w","email":"w@x.example"}]}""")]
    public void takes_what_stands_in_a_file_alone_for_what_it_is(string file, string register) =>
        HypotheticalFile.AsRegister(System.Text.Encoding.UTF8.GetBytes(file), "file").ToJsonString().Should().Be(register);

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"id":"x"}""")]
    public void refuses_a_file_that_nobody_can_tell(string file) =>
        FluentActions.Invoking(() => HypotheticalFile.AsRegister(System.Text.Encoding.UTF8.GetBytes(file), "file.json"))
            .Should().Throw<UsageException>().WithMessage("file.json *");
}
