using FollowUp.Answers;
using FollowUp.Start;

namespace FollowUp.Tests.Start;

/// <summary>Tests <see cref="LinkKeyFile"/>: made once, for its user alone, and never said.</summary>
public sealed class A_key_for_links : IDisposable
{
    private readonly string folder = Path.Combine(Directory.CreateTempSubdirectory("followup-key-").FullName, "data");

    private string KeyFile => Path.Combine(folder, LinkKeyFile.Name);

    [Fact]
    public void is_made_once_and_read_by_its_user_alone()
    {
        string key = LinkKeyFile.Ensure(folder);
        LinkKey.Parse(key).Should().NotBeNull();
        LinkKeyFile.Ensure(folder).Should().Be(key);
        Directory.GetFiles(folder).Should().Equal(KeyFile);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(KeyFile).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public void is_the_same_for_all_who_make_it_in_one_moment()
    {
        for (int time = 0; time < 50; time++)
        {
            string fresh = Path.Combine(folder, $"{time}");
            string[] keys = new string[4];
            using Barrier together = new(keys.Length);
            Thread[] makers =
            [
                .. Enumerable.Range(0, keys.Length).Select(n => new Thread(() =>
                {
                    together.SignalAndWait();
                    keys[n] = LinkKeyFile.Ensure(fresh);
                })),
            ];
            Array.ForEach(makers, maker => maker.Start());
            Array.ForEach(makers, maker => maker.Join());
            keys.Distinct().Should().ContainSingle().Which.Should().Be(LinkKeyFile.Ensure(fresh));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("c2VjcmV0")]
    public void is_not_made_anew_over_a_file_that_holds_none(string text)
    {
        _ = Directory.CreateDirectory(folder);
        File.WriteAllText(KeyFile, text);
        string said = ((Action)(() => LinkKeyFile.Ensure(folder))).Should().Throw<UsageException>().Which.Message;
        said.Should().StartWith($"{KeyFile} holds no key for the links in letters.").And.NotContain("c2VjcmV0");
        File.ReadAllText(KeyFile).Should().Be(text);
    }

    [Fact]
    public void says_where_it_should_be_where_nobody_can_write()
    {
        File.WriteAllText(folder, "a file, not a folder");
        ((Action)(() => LinkKeyFile.Ensure(folder))).Should().Throw<UsageException>()
            .WithMessage($"{KeyFile} keeps the key*--data*Links:Key.");
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
}
