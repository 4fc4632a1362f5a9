using FollowUp.CommandLine.Client;
using FollowUp.CommandLine.Commands;
using FollowUp.CommandLine.Tests.Rig;

namespace FollowUp.CommandLine.Tests.Client;

/// <summary>Tests <see cref="Credential"/>: where a key comes from, and where it never goes.</summary>
public sealed class A_credential
{
    private const string Key = "0123456789abcdef0123456789abcdef";

    [Fact]
    public void is_a_key_of_the_environment() =>
        Credential.Find(null, name => name == "FOLLOWUP_KEY" ? $" {Key}\n" : null).Should().Be(new Credential("x-functions-key", Key));

    [Fact]
    public void is_a_token_where_there_is_no_key() =>
        Credential.Find(null, name => name == "FOLLOWUP_TOKEN" ? "eyJ.x.y" : null)
            .Should().Be(new Credential("Authorization", "Bearer eyJ.x.y"));

    [Fact]
    public void of_a_file_comes_before_that_of_the_environment() =>
        Credential.Find(Samples.Write("key", Key + "\n"), _ => "another").Should().Be(new Credential("x-functions-key", Key));

    [Fact]
    public void is_none_where_nobody_gave_one() => Credential.Find(null, _ => null).Should().BeNull();

    [Theory]
    [InlineData("two words")]
    [InlineData("line\u001b[2J")]
    [InlineData("ключ")]
    public void that_no_header_can_have_is_refused_without_being_repeated(string key) =>
        FluentActions.Invoking(() => Credential.Find(null, _ => key)).Should().Throw<UsageException>()
            .Which.Message.Should().Contain("FOLLOWUP_KEY").And.NotContain(key);

    [Fact]
    public void is_not_shown_where_it_is_logged() => $"{new Credential("x-functions-key", Key)}".Should().NotContain(Key);

    [Fact]
    public async Task does_not_go_over_the_wire_for_others_to_read()
    {
        Wire wire = new();
        Prompt prompt = new() { Network = wire, Variables = { ["FOLLOWUP_KEY"] = Key } };
        Said said = await prompt.Run("list", "--server", "http://office.example");

        said.Code.Should().Be(ExitCode.Usage);
        said.Error.Should().Contain("https").And.NotContain(Key);
        wire.Asked.Should().BeEmpty();
    }

    [Fact]
    public async Task is_no_argument()
    {
        Said said = await new Prompt().Run("list", "--key", Key);
        said.Code.Should().Be(ExitCode.Usage);
    }
}
