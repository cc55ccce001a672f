/* Why: the header is for C too, and a program that took both secrets must have none left. Compiled by the
   test with cc -std=c99 -pedantic. Usage: c_client SERVICE ROOT HOME [keep] */
#include <certwright/reader.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static void fail(const certwright_reader* reader) {
    printf("%s|%s\n", certwright_reader_error_code(reader), certwright_reader_error_subject(reader));
    exit(1);
}

static unsigned char password[256];
static unsigned char* key;
static size_t key_size;

static void take_secrets(certwright_reader* reader) {
    size_t size = 0;
    if (certwright_reader_password(reader, password, sizeof password, &size) != CERTWRIGHT_READER_OK)
        fail(reader);
    printf("password %lu\n", (unsigned long)size);
    if (certwright_reader_private_key(reader, NULL, 0, &key_size) != CERTWRIGHT_READER_SHORT)
        fail(reader);
    key = malloc(key_size);
    if (certwright_reader_private_key(reader, key, key_size, &key_size) != CERTWRIGHT_READER_OK)
        fail(reader);
    printf("key %d\n", key_size > 1000 && key[0] == 0x30);
}

int main(int count, char** words) {
    certwright_reader* reader = certwright_reader_new();
    const unsigned char* octets = NULL;
    const char* text = NULL;
    size_t size = 0;
    if (count < 4 || certwright_reader_abi() != CERTWRIGHT_READER_ABI)
        return 2;
    if (certwright_reader_open(reader, words[1], words[2], words[3]) != CERTWRIGHT_READER_OK)
        fail(reader);
    if (certwright_reader_content(reader, CERTWRIGHT_READER_CHAIN, NULL, &octets, &size) !=
            CERTWRIGHT_READER_OK ||
        certwright_reader_path(reader, CERTWRIGHT_READER_CA, NULL, &text) != CERTWRIGHT_READER_OK)
        fail(reader);
    printf("chain %d\nca %s\n", size > 500 && memcmp(octets, "-----BEGIN", 10) == 0, text);
    take_secrets(reader);
    if (certwright_reader_verify(reader, (int64_t)time(NULL)) != CERTWRIGHT_READER_OK)
        fail(reader);
    for (size = 0; size < certwright_reader_finding_count(reader); ++size)
        if (certwright_reader_finding_severity(reader, size) == CERTWRIGHT_READER_BLOCKER)
            printf("blocker %s\n", certwright_reader_finding_code(reader, size));
    printf("changed %d\n", certwright_reader_changed(reader));
    if (count == 4) {
        certwright_reader_wipe(password, sizeof password);
        certwright_reader_wipe(key, key_size);
    }
    free(key);
    certwright_reader_free(reader);
    return 0;
}
