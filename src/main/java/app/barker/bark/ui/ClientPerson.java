package app.barker.bark.ui;

import app.barker.account.AvatarAddress;
import app.barker.bark.BarkCard;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Somebody as the browser shows them.
 *
 * @param avatar the address of their picture; empty for the drawn dog
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record ClientPerson(String username, String name, String avatar) {

    public static ClientPerson of(BarkCard.Author author) {
        return new ClientPerson(
                author.username(), author.displayName(), AvatarAddress.of(author.id(), author.avatarVersion()));
    }
}
