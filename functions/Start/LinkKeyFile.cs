using System.Security.Cryptography;
using FollowUp.Answers;
using FollowUp.Tables;

namespace FollowUp.Start;

/// <summary>
/// The key that links in letters are signed with, where no setting names one: made once, beside the store, in a file that its user alone
/// reads. Nothing ever says what is in it.
/// </summary>
internal static class LinkKeyFile
{
    public const string Name = "links.key";

    /// <exception cref="UsageException">It cannot be read or written, or holds no key.</exception>
    public static string Ensure(string folder)
    {
        string file = Path.Combine(folder, Name);
        try
        {
            if (!File.Exists(file))
            {
                _ = Directory.CreateDirectory(folder);
                Make(file);
            }

            string key = File.ReadAllText(file).Trim();
            return LinkKey.Parse(key) is not null ? key : throw new UsageException(
                $"{file} holds no key for the links in letters. Put back the one that was there, or remove it: a new one is made, and "
                + "links of letters that are out do nothing any more.");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(
                $"{file} keeps the key for the links in letters, and cannot be read or written: {DiskTrouble.Words(wrong)}. "
                + "Mend that, or name a folder with --data, or a key with the setting Links:Key.");
        }
    }

    /// <summary>Whole or not at all: another process may make it in the same moment, and then its file counts.</summary>
    private static void Make(string file)
    {
        string draft = $"{file}.{Environment.ProcessId}.{Environment.CurrentManagedThreadId}";
        FileStreamOptions options = new() { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (StreamWriter writer = new(draft, options))
        {
            writer.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(LinkKey.BytesMin)));
        }

        try
        {
            File.Move(draft, file);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(draft);
        }
    }
}
