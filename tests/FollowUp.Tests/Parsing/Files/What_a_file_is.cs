using System.IO.Compression;
using System.Text;
using FollowUp.Parsing;
using FollowUp.Parsing.Files;

namespace FollowUp.Tests.Parsing.Files;

/// <summary>
/// A file is what is in it, whatever it calls itself. Tests <see cref="FileSniffer"/>, <see cref="ArchiveSniffer"/>,
/// <see cref="FileType"/>, <see cref="FileName"/> and <see cref="UploadedFile"/>.
/// </summary>
public sealed class What_a_file_is
{
    private const string Office = "application/vnd.openxmlformats-officedocument.";

    public static TheoryData<string, byte[]> Taken => new()
    {
        { "a.pdf", "%PDF-1.7 …"u8.ToArray() },
        { "a.PNG", [0x89, .. "PNG\r\n\u001a\n"u8, 0] },
        { "a.jpeg", [0xFF, 0xD8, 0xFF, 0xE0] },
        { "a.tif", "II*\0…"u8.ToArray() },
        { "a.docx", Zip(("[Content_Types].xml", $"<Override ContentType=\"{Office}wordprocessingml.document.main+xml\"/>")) },
        { "a.xlsx", Zip(("[Content_Types].xml", $"<Override ContentType=\"{Office}spreadsheetml.sheet.main+xml\"/>")) },
        { "a.odt", Zip(("mimetype", "application/vnd.oasis.opendocument.text")) },
        { "a.ods", Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet")) },
        { "a.asice", Zip(("mimetype", "application/vnd.etsi.asic-e+zip"), ("a.pdf", "%PDF-")) },
        { "a.scs", Zip(("mimetype", "application/vnd.etsi.asic-s+zip")) },
        { "a.txt", "\uFEFFПротокол\r\n纪要"u8.ToArray() },
        { "a.p7m", [0x30, 0x82, 0x0A, 0x00, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02, 0xA0] },
        { "a.sig", [0x30, 0x80, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02, 0xA0] },
    };

    public static TheoryData<string, byte[]> Refused => new()
    {
        { "a page", "<!DOCTYPE html><script>alert(1)</script>"u8.ToArray() },
        { "a page behind blanks", "\uFEFF \n\f<html>"u8.ToArray() },
        { "a picture with scripts", "<svg onload=alert(1)>"u8.ToArray() },
        { "a program", [.. "MZ"u8, 0x90, 0, 3, 0] },
        { "a page in UTF-16", Encoding.Unicode.GetBytes("<html>") },
        { "a document with macros", Zip(
            ("[Content_Types].xml", $"\"{Office}wordprocessingml.document.main+xml\""), ("word/vbaProject.bin", "…")) },
        { "a document that says it has macros", Zip(("[Content_Types].xml", "application/vnd.ms-word.document.macroEnabled.main+xml")) },
        { "an archive", Zip(("a.pdf", "%PDF-1.7")) },
        { "half an archive", Zip(("mimetype", "application/vnd.oasis.opendocument.text"))[..40] },
        { "a bomb", Zip(("[Content_Types].xml", new string(' ', 20_000_000))) },
        { "a key", [0x30, 0x82, 0x01, 0x22, 0x30, 0x0D, 0x06, 0x09] },
        { "an old document", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] },
        { "nothing to see", "  \r\n"u8.ToArray() },
    };

    [Theory]
    [MemberData(nameof(Taken))]
    public void is_found_by_its_content(string name, byte[] content)
    {
        UploadedFile file = UploadedFile.Parse(name, null, content);
        file.Type.Endings.Should().Contain(Path.GetExtension(name).ToLowerInvariant());
        UploadedFile.Parse(name, UploadedFile.AnyType, content).Type.Should().BeSameAs(file.Type);
        UploadedFile.Parse(name, $"{file.Type.MediaType}; charset=utf-8", content).Type.Should().BeSameAs(file.Type);
        FaultsOf("other.exe", "text/html", content).Should().Equal("/name", "/Content-Type");
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void is_not_found_by_its_name(string what, byte[] content)
    {
        foreach (FileType type in FileType.All)
        {
            FaultsOf($"a{type.Endings[0]}", type.MediaType, content).Should().Equal([""], $"of {what} as {type.Name}");
        }
    }

    [Theory]
    [InlineData("signed (2).pdf", null)]
    [InlineData("Протокол № 1 подписанный.pdf", null)]
    [InlineData("会议纪要（签署）.pdf", null)]
    [InlineData("conference.pdf", null)]
    [InlineData("../../etc/passwd.pdf", "folder")]
    [InlineData("C:\\signed.pdf", "folder")]
    [InlineData("signed\u0000.pdf", "control")]
    [InlineData("signed\r\nSet-Cookie: a=b.pdf", "control")]
    [InlineData("signed\u202Efdp.exe.pdf", "turns the direction")]
    [InlineData("CON.pdf", "device")]
    [InlineData("com1 .x.pdf", "device")]
    [InlineData("lpt².pdf", "device")]
    [InlineData("a:b.pdf", "\":\"")]
    [InlineData("what?.pdf", "\"?\"")]
    [InlineData(".pdf", "begin or end")]
    [InlineData(" a.pdf", "begin or end")]
    [InlineData("a.pdf.", "begin or end")]
    [InlineData("\u200B\u2060.pdf", "shows nothing")]
    [InlineData("", "must not be empty")]
    public void is_called_what_every_system_takes(string name, string? wrong)
    {
        string? fault = FileName.Fault(name.Length == 0 ? " " : name);
        if (wrong is null)
        {
            fault.Should().BeNull();
        }
        else
        {
            fault.Should().Contain(wrong);
        }
    }

    [Fact]
    public void is_called_in_few_letters_of_one_form()
    {
        FileName.Fault(new string('x', 76) + ".pdf").Should().BeNull();
        FileName.Fault(new string('x', 77) + ".pdf").Should().Contain("81 characters");
        UploadedFile.Parse("re\u0301sume\u0301.txt", null, "x"u8.ToArray()).Name.Should().Be("r\u00E9sum\u00E9.txt");
    }

    [Fact]
    public void is_something() => FaultsOf(null, null, []).Should().Equal("", "/name");

    [Fact]
    public void has_the_checksum_that_other_programs_find() => UploadedFile.Parse("abc.txt", null, "abc"u8.ToArray()).Sha256
        .Should().Be("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "FIPS 180-4 has it as an example");

    private static IEnumerable<string> FaultsOf(string? name, string? type, byte[] content)
    {
        Action parse = () => UploadedFile.Parse(name, type, content);
        return parse.Should().Throw<InvalidInputException>().Which.Faults.Select(fault => fault.Pointer);
    }

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using MemoryStream file = new();
        using (ZipArchive archive = new(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, string text) in entries)
            {
                using StreamWriter entry = new(archive.CreateEntry(name).Open());
                entry.Write(text);
            }
        }

        return file.ToArray();
    }
}
